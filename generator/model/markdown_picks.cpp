#include "model/markdown_picks.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "model/markdown_heading.h"
#include "model/paper_id.h"

namespace paperboy::model {
namespace {

enum class Mark { None, Heading, Sign, Dash, Number, Bold };

constexpr std::string_view kSigns[] = {"📌", "⭐", "🌟", "🏆", "🥇", "🥈", "🥉", "🔥", "👉", "★"};

struct Item {
  Mark mark = Mark::None;
  std::string_view text;  // without the mark
};

std::string_view without_sign(std::string_view text) {
  for (const std::string_view sign : kSigns)
    if (base::starts_with(text, sign)) {
      text = text.substr(sign.size());
      if (base::starts_with(text, "\xEF\xB8\x8F"))  // the emoji form of a sign
        text = text.substr(3);
      return base::trim(text);
    }
  return text;
}

Item read_mark(std::string_view line) {
  if (base::starts_with(line, "#")) {
    const std::string_view text = base::trim(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    return {Mark::Heading, without_sign(text)};
  }
  if (const std::string_view text = without_sign(line); text != line)
    return {Mark::Sign, text};
  for (const std::string_view dash : {"- ", "* ", "+ ", "• "})
    if (base::starts_with(line, dash))
      return {Mark::Dash, without_sign(base::trim(line.substr(dash.size())))};
  if (!leading_number(line).empty())
    return {Mark::Number, line};
  if (base::starts_with(line, "**"))
    return {Mark::Bold, line};
  return {};
}

struct Named {
  std::string_view title;
  std::string_view address;
  std::string_view reason;  // on the same line
};

std::string_view without_leading_separator(std::string_view text) {
  text = base::trim(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {":", "：", "—", "–", "-", "，", ","})
      if (base::starts_with(text, mark)) {
        text = base::trim(text.substr(mark.size()));
        again = true;
      }
  }
  return text;
}

// "**Title**: reason", "[Title](address) — reason", "Title — reason", "Title".
Named read_named(std::string_view text) {
  const std::string_view number = leading_number(text);
  if (!number.empty()) {
    std::size_t skip = number.size();
    skip +=
        base::starts_with(text.substr(skip), "、") || base::starts_with(text.substr(skip), "．") ? 3u : 1u;
    text = base::trim(text.substr(skip));
  }
  text = without_sign(text);
  std::string_view rest;
  std::string_view title = text;
  const std::size_t close = base::starts_with(text, "**") ? text.find("**", 2) : std::string_view::npos;
  if (close != std::string_view::npos) {
    title = base::trim(text.substr(2, close - 2));
    rest = text.substr(close + 2);
  }
  if (const MarkdownLink link = leading_link(title); !link.address.empty())
    return {without_emphasis(base::trim(link.label)), link.address,
            without_leading_separator(close != std::string_view::npos ? rest : link.rest)};
  if (close != std::string_view::npos)
    return {title, {}, without_leading_separator(rest)};
  std::size_t cut = std::string_view::npos;
  for (const std::string_view separator : {" — ", " – ", "——", " - "})
    cut = std::min(cut, text.find(separator));
  if (cut == std::string_view::npos)
    return {text, {}, {}};
  return {base::trim(text.substr(0, cut)), {}, without_leading_separator(text.substr(cut))};
}

std::string_view without_colon(std::string_view title) {
  for (const std::string_view colon : {":", "："})
    if (base::ends_with(title, colon))
      return base::trim(title.substr(0, title.size() - colon.size()));
  return title;
}

TopPick make_pick(const MarkdownLines& lines, std::string_view text, std::string_view below) {
  Named named = read_named(text);
  named.title = without_colon(named.title);
  TopPick pick;
  const bool by_address = !named.address.empty() && parse_paper_reference(named.address);
  const Located given = lines.locate(by_address ? named.address : named.title);
  pick.given = given.text;
  pick.span = given.span;
  if (!parse_paper_reference(named.title))
    pick.title = std::string(named.title);
  std::string_view reason = named.reason.empty() ? below : named.reason;
  if (!named.reason.empty() && !below.empty())
    reason = {named.reason.data(),
              static_cast<std::size_t>(below.data() + below.size() - named.reason.data())};
  if (!reason.empty())
    pick.reason = lines.locate(reason);
  return pick;
}

}  // namespace

std::vector<TopPick> read_picks(const MarkdownLines& lines, std::size_t first, std::size_t last) {
  std::vector<std::size_t> starts;
  Mark mark = Mark::None;
  for (std::size_t i = first; i < last; ++i) {
    if (lines.is_blank(i) || lines.is_code(i))
      continue;
    const Mark here = read_mark(lines[i]).mark;
    if (mark == Mark::None)
      mark = here;
    // The first mark says what marks an item; other marks belong to the reasons.
    if (here != Mark::None && here == mark)
      starts.push_back(i);
  }
  std::vector<TopPick> picks;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : last;
    picks.push_back(make_pick(lines, read_mark(lines[starts[i]]).text, lines.block(starts[i] + 1, end)));
  }
  return picks;
}

}  // namespace paperboy::model
