#include "markup/math.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/parallel.h"

namespace paperboy::markup {

TEST_CASE("a macro defined in one formula does not exist in the next") {
  MathRenderer math;
  CHECK_FALSE(math.render("\\gdef\\mine{x}\\mine", MathMode::Inline).ok);
  CHECK_FALSE(math.render("\\mine", MathMode::Inline).ok);
  const std::string before = MathRenderer().render("\\frac12", MathMode::Inline).html.str();
  math.render("\\global\\let\\frac\\sqrt", MathMode::Inline);
  CHECK(math.render("\\frac12", MathMode::Inline).html.str() == before);
}

TEST_CASE("letters beyond U+FFFF pass through the engine") {
  MathRenderer math;
  const Formula& formula = math.render("𝔸 + \\mathscr{X}", MathMode::Inline);
  CHECK(formula.ok);
  CHECK(formula.html.str().find("<mi>𝔸</mi>") != std::string::npos);
  CHECK(formula.html.str().find("<mi>𝒳</mi>") != std::string::npos);
}

TEST_CASE("matrices work although the engine lacks Array.prototype.fill") {
  MathRenderer math;
  CHECK(math.render("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", MathMode::Display).ok);
  CHECK(math.render("\\begin{CD} A @>a>> B \\end{CD}", MathMode::Display).ok);
}

TEST_CASE("the same formula is rendered once for each style") {
  MathRenderer math;
  const Formula& first = math.render("\\sum_i x", MathMode::Inline);
  CHECK(&math.render("\\sum_i x", MathMode::Inline) == &first);
  CHECK(math.render("\\sum_i x", MathMode::Display).html.str() != first.html.str());
}

TEST_CASE("formulas that cannot be shown keep their source and say why") {
  MathRenderer math;
  const std::string deep = std::string(50, '{') + "x" + std::string(50, '}');
  for (const std::string& tex : {std::string(3000, 'x'), deep, std::string("x\0y", 3), std::string("\xFF"),
                                 std::string(" "), "x" + std::string(400, '\''), std::string("\\"),
                                 std::string("\\frac{\\frac{\\frac"), std::string("#1")}) {
    const Formula& formula = math.render(tex, MathMode::Inline);
    INFO(tex.substr(0, 20));
    CHECK_FALSE(formula.ok);
    CHECK_FALSE(formula.problem.empty());
    CHECK(formula.html.str().find("<code class=\"math-error\">") == 0);
  }
}

TEST_CASE("the engine goes on after a formula that used up its limits") {
  MathRenderer math;
  std::string heavy;
  for (int i = 0; i < 120; ++i) {
    heavy += "\\bmod \\pod x";
  }
  math.render(heavy, MathMode::Inline);
  CHECK(math.render("x^2", MathMode::Inline).plain == "x²");
}

TEST_CASE("eight threads get what one thread gets") {
  const auto formula_of = [](std::size_t i) { return "x_{" + std::to_string(i % 60) + "} + \\frac{a}{b}"; };
  MathRenderer alone;
  MathRenderer shared;
  std::vector<std::string> results(480);
  base::parallel_for(results.size(), 8, [&](std::size_t i) {
    results[i] = shared.render(formula_of(i), MathMode::Inline).html.str();
  });
  for (std::size_t i = 0; i < results.size(); ++i) {
    CHECK(results[i] == alone.render(formula_of(i), MathMode::Inline).html.str());
  }
  CHECK(shared.save() == alone.save());
}

TEST_CASE("a kept formula comes back the same") {
  MathRenderer writer;
  const Formula& good = writer.render("\\alpha < \\beta", MathMode::Inline);
  const Formula& bad = writer.render("\\BigO", MathMode::Display);
  MathRenderer reader;
  reader.load(writer.save());
  CHECK(reader.save() == writer.save());
  CHECK(reader.render("\\alpha < \\beta", MathMode::Inline).html == good.html);
  CHECK(reader.render("\\BigO", MathMode::Display).problem == bad.problem);
}

TEST_CASE("a damaged or foreign cache is ignored") {
  MathRenderer writer;
  writer.render("x", MathMode::Inline);
  const std::string bytes = writer.save();
  const std::string empty = MathRenderer().save();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(flipped[i] ^ 1);
    MathRenderer reader;
    reader.load(flipped);
    REQUIRE(reader.save() == empty);
    MathRenderer other;
    other.load(std::string_view(bytes).substr(0, i));
    REQUIRE(other.save() == empty);
  }
}

}  // namespace paperboy::markup
