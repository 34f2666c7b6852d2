#include "bench/texts.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace paperboy::bench {

namespace {

// In formulas # is a digit, @ a letter and ~ a Greek one, the same each time it stands in one formula.
constexpr std::array<std::string_view, 52> kFormulas = {
    R"(@)",
    R"(~)",
    R"(O(@ \log @))",
    R"(\mathcal{O}(@^{#}))",
    R"(#.#\times)",
    R"(##\%)",
    R"(~ = 0.##)",
    R"(@ \times @)",
    R"(\mathbb{R}^{@ \times #})",
    R"(\lVert @ \rVert_2)",
    R"(p_\theta(@ \mid x))",
    R"(\nabla_{~} \mathcal{L}(~))",
    R"(\sum_{i=1}^{@} x_i^{#})",
    R"(\frac{1}{\sqrt{@}})",
    R"(\tilde{O}(\sqrt{@T}))",
    R"(\epsilon)",
    R"(@ \leq #)",
    R"(\ell_{#})",
    R"(10^{#})",
    R"(\pm 0.#)",
    R"(p < 0.0#)",
    R"(@_{t+1} = @_t - ~ \nabla f(@_t))",
    R"(\mathbb{E}[@] = ~)",
    R"(\operatorname{KL}(p \,\|\, q))",
    R"(\mathrm{softmax}(QK^\top / \sqrt{d_@}))",
    R"(@ \to \infty)",
    R"(\Omega(@^{#/#}))",
    R"(~ \in [0, #])",
    R"(\mathcal{N}(0, ~^2 I))",
    R"(W \in \mathbb{R}^{d \times @})",
    R"(\hat{~}_@)",
    R"(\langle @, w \rangle)",
    R"(R^2 > 0.9#)",
    R"(@ \ll n)",
    R"(\log_2 @)",
    R"(\sim #\mathrm{B})",
    R"(f: \mathcal{X} \to \mathbb{R}^@)",
    R"(\max_{@} \min_{~} J(@, ~))",
    R"(\int_0^1 ~(t)\,dt)",
    R"(\binom{n}{@})",
    R"(\lambda_{\max}(H) \approx 2/~)",
    R"(\mathbf{@}^\top \mathbf{W} \mathbf{@})",
    R"(1 - \delta^{@})",
    R"(\|@ - \hat{@}\|_F^2)",
    R"(\tau = #)",
    R"(\partial_t u = \Delta u + @(u))",
    R"(\mathrm{tr}(\Sigma_@))",
    R"(@^{-\alpha})",
    R"(SO(#))",
    R"(\{0, 1\}^@)",
    R"(\begin{pmatrix} @ & 0 \\ 0 & ~ \end{pmatrix})",
    R"(\mathcal{L}_{\text{total}} = \mathcal{L}_{\text{task}} + ~ \mathcal{R}(@))",
};
constexpr std::string_view kLetters = "abcdfghkmnpqrsvxyzKLMNPT";
constexpr std::array<std::string_view, 12> kGreek = {R"(\alpha)",  R"(\beta)", R"(\gamma)", R"(\eta)",
                                                     R"(\lambda)", R"(\mu)",   R"(\rho)",   R"(\sigma)",
                                                     R"(\theta)",  R"(\phi)",  R"(\omega)", R"(\kappa)"};

void capitalize(std::string& text) {
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
}

}  // namespace

std::string Writer::formula() {
  const std::string_view form = random_.one_of(kFormulas);
  const char letter = random_.one_of(kLetters);
  const std::string_view greek = random_.one_of(kGreek);
  std::string text = "$";
  for (const char character : form) {
    if (character == '#') {
      text += static_cast<char>('1' + random_.below(9));
    } else if (character == '@') {
      text += letter;
    } else if (character == '~') {
      text += greek;
    } else {
      text += character;
    }
  }
  return text + "$";
}

const Term& Writer::term(std::size_t topic) {
  const std::size_t rows = terms().size() / kTopics;
  const std::size_t column = random_.chance(700) ? topic : random_.below(kTopics);
  // The earlier rows come up more often.
  return terms()[std::min(random_.below(rows), random_.below(rows)) * kTopics + column];
}

std::string Writer::name() {
  std::string name = made_word(random_, random_.between(1, 2));
  capitalize(name);
  return random_.chance(300) ? name + "-" + std::to_string(random_.between(1, 9)) : name;
}

std::string Writer::title(std::size_t topic) {
  const std::string adjective(random_.one_of(adjectives()));
  const std::string first(term(topic).english);
  const std::string second(term(topic).english);
  std::string last = vocabulary_.word(random_);
  capitalize(last);
  std::string title;
  switch (random_.below(6)) {
    case 0:
      title = name() + ": " + adjective + " " + first + " for " + second;
      break;
    case 1:
      title = "On the " + last + " of " + adjective + " " + first + " in " + second;
      break;
    case 2:
      title = adjective + " " + first + " via " + second + " and " + last;
      break;
    case 3:
      title = "When " + first + " Meets " + second + ": " + name() + " and the Limits of " + adjective + " " +
              last;
      break;
    case 4:
      title = "Towards " + adjective + " " + first + " with " + name();
      break;
    default:
      title = name() + ": What " + first + " Can Learn from " + adjective + " " + second;
  }
  return random_.chance(20) ? title + " in " + formula() + " Steps" : title;
}

std::string Writer::sentence(std::size_t words) {
  std::string sentence;
  std::string last;
  for (std::size_t count = 0; count < words;) {
    const std::string& word = vocabulary_.word(random_);
    if (word == last) {
      continue;
    }
    sentence += count == 0 ? "" : random_.chance(60) ? ", " : " ";
    sentence += word;
    last = word;
    ++count;
  }
  capitalize(sentence);
  return sentence;
}

std::string Writer::abstract(std::size_t topic) {
  const std::size_t words = random_.between(120, 235);
  const bool has_math = random_.chance(330);
  std::string abstract;
  for (std::size_t count = 0; count < words;) {
    const std::size_t length = random_.between(11, 26);
    abstract += (abstract.empty() ? "" : " ") + sentence(length);
    count += length;
    if (random_.chance(500)) {
      abstract += " " + base::to_lower_ascii(term(topic).english);
    }
    if (has_math && random_.chance(300)) {
      abstract += " with " + formula();
    }
    if (random_.chance(15)) {
      abstract += R"( \emph{)" + vocabulary_.word(random_) + "}";
    }
    abstract += ".";
  }
  return abstract;
}

// One draw a statement: the order in which the parts of an expression are drawn is the compiler's choice.
std::string Writer::comment(std::size_t topic) {
  std::string comment = sentence(random_.between(8, 16));
  comment += " " + base::to_lower_ascii(term(topic).english);
  comment += ", " + vocabulary_.word(random_);
  comment += " " + vocabulary_.word(random_);
  if (random_.chance(60)) {
    comment += " " + formula();
  }
  return comment + ".";
}

std::string Writer::chinese_comment(std::size_t topic) {
  return chinese(topic, random_.between(30, 60));
}

std::string Writer::chinese(std::size_t topic, std::size_t characters) {
  std::string text;
  for (std::size_t count = 0; count < characters;) {
    const std::size_t words = random_.between(6, 14);
    std::string_view last;
    for (std::size_t word = 0; word < words; ++word) {
      const std::string_view drawn = chinese_words()[chinese_zipf_.draw(random_)];
      if (drawn == last) {
        continue;
      }
      last = drawn;
      text += drawn;
      count += drawn.size() / 3;
      if (random_.chance(30)) {
        text += "，";
      }
    }
    if (random_.chance(400)) {
      const Term& subject = term(topic);
      text += std::string(subject.chinese) + "（" + std::string(subject.english) + "）";
      count += subject.chinese.size() / 3;
    }
    text += "。";
  }
  return text;
}

}  // namespace paperboy::bench
