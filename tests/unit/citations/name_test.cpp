#include <catch2/catch.hpp>
#include <string>

#include "citations/citation.h"

namespace paperboy::citations {
namespace {

// "family | given | suffix", or the literal.
std::string parted(std::string_view printed) {
  const Name name = split_name(printed);
  return name.family.empty() ? name.literal : name.family + " | " + name.given + " | " + name.suffix;
}

}  // namespace

TEST_CASE("the last word is the family name") {
  CHECK(parted("Jinghui Yuan") == "Yuan | Jinghui | ");
  CHECK(parted("  Donald  E. Knuth ") == "Knuth | Donald E. | ");
  CHECK(parted("Jean-Pierre Dupont-Moretti") == "Dupont-Moretti | Jean-Pierre | ");
}

TEST_CASE("particles stay with the family name") {
  CHECK(parted("Laurens van der Maaten") == "van der Maaten | Laurens | ");
  CHECK(parted("Ludwig von Mises") == "von Mises | Ludwig | ");
  CHECK(parted("Nando de Freitas") == "de Freitas | Nando | ");
  CHECK(parted("van Gogh") == "Gogh | van | ");
  CHECK(parted("Xiao Di Wang") == "Wang | Xiao Di | ");
}

TEST_CASE("suffixes are no family names") {
  CHECK(parted("Sammy Davis Jr.") == "Davis | Sammy | Jr.");
  CHECK(parted("Sammy Davis, Jr.") == "Davis | Sammy | Jr.");
  CHECK(parted("Davis, Jr., Sammy") == "Davis | Sammy | Jr.");
  CHECK(parted("Davis, Sammy, Jr.") == "Davis | Sammy | Jr.");
  CHECK(parted("John Smith III") == "Smith | John | III");
}

TEST_CASE("a comma parts what is written family name first") {
  CHECK(parted("van der Maaten, Laurens") == "van der Maaten | Laurens | ");
  CHECK(parted("Yuan,") == "Yuan");
  CHECK(parted("a, b, c, d") == "a, b, c, d");
}

TEST_CASE("names in Han, single names and organisations stay whole") {
  CHECK(parted("张三") == "张三");
  CHECK(parted("约翰·史密斯") == "约翰·史密斯");
  CHECK(parted("김 민수") == "김 민수");
  CHECK(parted("Plato") == "Plato");
  CHECK(parted("Gemma Team") == "Gemma Team");
  CHECK(parted("Gemma Team, Google DeepMind") == "Gemma Team, Google DeepMind");
  CHECK(parted("The ATLAS Collaboration") == "The ATLAS Collaboration");
  CHECK(parted("") == "");
  CHECK(parted(" , ") == ",");
}

}  // namespace paperboy::citations
