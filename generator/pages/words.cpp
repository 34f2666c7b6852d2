#include "pages/words.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestWord = 40;  // bytes

class WordList {
 public:
  explicit WordList(std::string_view list) {
    for (const std::string_view word : base::split(list, ' ')) {
      words_.insert(word);
    }
  }
  bool has(std::string_view word) const { return words_.count(word) != 0; }

 private:
  std::unordered_set<std::string_view> words_;
};

bool is_function_word(std::string_view key) {
  static const WordList words(
      "a about above across after against all also although am among an and any are as at be because been "
      "before being below between beyond both but by can cannot could did do does doing done down due during "
      "each either else etc even ever every few for from further get had has have having he hence her here "
      "his how however i if in into is it its itself just less let like many may me might more moreover most "
      "much must my neither no nor not now of off often on once one only onto or other others our out over "
      "own "
      "per rather same several she should since so some still such than that the their them then there "
      "therefore these they this those though three through thus to together too toward towards two under "
      "until up upon us use used uses using very via was we well were what when where whereas whether which "
      "while who whom whose why will with within without would yet you your https http www com org github "
      "arxiv html");
  return words.has(key);
}

// By key: without the plural.
bool is_common_word(std::string_view key) {
  static const WordList words(
      "abstract accuracy achieve achieving address advance aim algorithm allow analysis analyze application "
      "apply applying approach article aspect available available average based baseline benchmark better "
      "broad build called capability capture case challenge challenging code combine common compare compared "
      "comparable comparison competitive complex comprehensive compute conduct consider consistent "
      "consistently contain contribution current data dataset demonstrate demonstrating derive design "
      "designed "
      "despite develop developed different difficult directly diverse domain easy effective effectively "
      "effectiveness efficient efficiently efficiency emerging enable enabling enhance evaluate evaluated "
      "evaluation evidence examine example exhibit existing experiment experimental explicit explicitly "
      "explore "
      "exploring extensive extract far field find finding first focu focus following form framework full "
      "fundamental furthermore general generally generate generated given good great high higher highly "
      "identify impact implement implementation important improve improved improvement improving include "
      "including increase increasing increasingly information initial input insight instead introduce "
      "introducing investigate issue joint key know known lack large larger latest lead leading learn "
      "leverage "
      "leveraging level light limit limitation limited long low lower main major make making matter mean "
      "method methodology metric model more multiple need new next notably novel number observe obtain offer "
      "open original output outperform outperforming overall paper part particular particularly perform "
      "performance performing possible potential power powerful practical practice present previous "
      "prior problem process produce promising proper propose proposed proposing provide providing purpose "
      "quality question range real recent recently recognize reduce reducing rely remain report represent "
      "require required requirement requiring research researcher result reveal review rich right role "
      "scenario second set setting show showing significant significantly similar simple simultaneously "
      "single "
      "small solution solve source space specific specifically standard state state-of-the-art step strategy "
      "strong study substantial substantially success successfully suggest superior support system "
      "systematic "
      "systematically task technique term test testing third time tool train trained training typically "
      "unified unlike use useful user validate value variety various view way whole wide widely work "
      "year yield ability able access account actual add added additional additionally alternative "
      "always another appear around assess assessment best change characteristic close combination component "
      "concept condition context correct cost create critical define degree depend detail detailed determine "
      "difference direct early effect end ensure entire essential establish exist expected explain extend "
      "extended factor fail feature final finally flexible gain gap group help hand hard idea individual "
      "inherent intermediate involve largely line little local measure measurement mechanism modern natural "
      "naturally necessary objective operate order outcome perspective point position pose preserve "
      "principle "
      "procedure property public publicly put rate reach release relevant respectively respect robust sample "
      "scale score show start structure suitable target theory total traditional true type underlying "
      "understand understanding variable version");
  return words.has(key);
}

// "enhancing" of "enhance", "fitted" of "fit": of what verb a word may be a form, as it is written there.
std::vector<std::string> possible_verbs(std::string_view key) {
  std::vector<std::string> verbs;
  for (const std::string_view ending : {"ing", "ed"}) {
    if (base::ends_with(key, ending) && key.size() > ending.size() + 2) {
      const std::string stem(key.substr(0, key.size() - ending.size()));
      verbs.insert(verbs.end(), {stem, stem + "e"});
      if (stem.back() == stem[stem.size() - 2]) {
        verbs.push_back(stem.substr(0, stem.size() - 1));
      }
    }
  }
  return verbs;
}

// Characters that are hardly ever part of a term.
bool is_function_character(std::string_view character) {
  static const WordList characters(
      "的 了 和 与 是 们 我 它 他 她 这 该 而 但 或 也 都 被 把 将 其 及 等 以 且 并 则 之 很 更 最 已 又 如 "
      "若 因 所 从");
  return characters.has(character);
}

bool is_han(char32_t character) {
  return (character >= 0x3400 && character <= 0x4DBF) || (character >= 0x4E00 && character <= 0x9FFF) ||
         (character >= 0x20000 && character <= 0x323AF);
}

// "models" → "model", "studies" → "study"; "bias" and "analysis" stay.
std::string without_plural(std::string key) {
  if (key.size() < 4 || key.back() != 's') {
    return key;
  }
  char before = key[key.size() - 2];
  if (base::ends_with(key, "ies") && key.size() > 4) {
    return key.substr(0, key.size() - 3) + "y";
  }
  if (before != 's' && before != 'u' && before != 'i' && before != 'a') {
    key.pop_back();
  }
  return key;
}

class WordFinder {
 public:
  explicit WordFinder(std::string_view text) : text_(text) {}

  std::vector<WordPlace> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const base::Decoded decoded = base::decode_utf8(text_, at);
      read(decoded, at);
      at += decoded.size;
    }
    end_word(text_.size());
    return std::move(places_);
  }

 private:
  void read(const base::Decoded& decoded, std::size_t at) {
    const char32_t c = decoded.character;
    const bool is_letter = c < 0x80
                               ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                               : base::character_kind(c) != base::CharacterKind::Other;
    if (is_han(c)) {
      end_word(at);
      places_.push_back({text_.substr(at, decoded.size), true});
    } else if (is_letter || ((c == '-' || c == 0x2010 || c == 0x2011) && begin_ != kNone)) {
      begin_ = begin_ == kNone ? at : begin_;
    } else {
      end_word(at);
      if (c != ' ' && c != '\n') {
        places_.emplace_back();
      }
    }
  }

  void end_word(std::size_t at) {
    if (begin_ == kNone) {
      return;
    }
    std::string_view word = text_.substr(begin_, at - begin_);
    begin_ = kNone;
    while (base::ends_with(word, "-")) {
      word.remove_suffix(1);
    }
    places_.push_back({word, false});
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::string_view text_;
  std::size_t begin_ = kNone;
  std::vector<WordPlace> places_;
};

}  // namespace

std::vector<WordPlace> find_words(std::string_view text) {
  return WordFinder(text).find();
}

std::string word_key(const WordPlace& place) {
  const std::string_view written = place.written;
  if (place.is_han) {
    return is_function_character(written) ? std::string() : std::string(written);
  }
  std::string folded = base::fold(written);
  const bool is_acronym =
      written.size() == 2 && written[0] >= 'A' && written[0] <= 'Z' && written[1] >= 'A' && written[1] <= 'Z';
  const bool is_number = folded.find_first_not_of("0123456789.-") == std::string::npos;
  const bool is_short = folded.size() < kShortestWord && !is_acronym;
  if (is_number || is_short || folded.size() > kLongestWord || is_function_word(folded)) {
    return {};
  }
  return without_plural(std::move(folded));
}

bool says_little(std::string_view key, std::string_view written) {
  if (is_common_word(base::fold(written)) || is_common_word(key)) {
    return true;
  }
  const std::vector<std::string> verbs = possible_verbs(key);
  return std::any_of(verbs.begin(), verbs.end(), is_common_word);
}

bool is_plural(std::string_view shown) {
  std::string folded = base::fold(shown);
  return without_plural(folded) != folded;
}

bool is_common_pair(std::string_view pair) {
  static const WordList pairs(
      "模型 方法 研究 提出 通过 一种 本文 任务 问题 结果 实验 表明 现有 基于 能够 进行 实现 使用 性能 显著 "
      "有效 框架 数据 "
      "系统 分析 应用 采用 利用 提高 提升 优于 方面 同时 此外 然而 由于 以及 不同 具有 可以 为了 针对 当前 "
      "需要 包括 相关 "
      "主要 重要 关键 存在 其中 结合 技术 论文 作者 工作 设计 解决 验证 评估 过程 导致 支持 相比 情况 引入 "
      "构建 开发 探索 "
      "发现 展示 改进 有限 传统 多种 大量 广泛 不仅 还是 对于 关于 或者 之间 仍然 往往 通常 得到 作为 成为 "
      "用于 目前 进一 "
      "一步 领域 挑战 场景 能力 机制 策略 算法 最近 近年 年来 多个 各种 一个 两个 三个 这些 这种 我们 特别 "
      "特定 有助 助于 "
      "潜在 首次 首个 首先 最后 最终 尽管 虽然 因此 从而 例如 比如 方案 效果 效率 优势 指标 平均 达到 超过 "
      "降低 减少 增加 "
      "准确 确率 信息 影响 条件 因素 特征 结构 数量 质量 水平 程度 部分 整体 全面 直接 间接 复杂 简单 灵活 "
      "在多 在不 的方");
  return pairs.has(pair);
}

}  // namespace paperboy::pages
