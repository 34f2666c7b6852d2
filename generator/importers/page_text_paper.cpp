#include "importers/page_text_paper.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace paperboy::importers {

void PagePaper::read(Piece line) {
  static constexpr std::array<std::string_view, 7> kLabels = {
      kPageId, "Primary Topic:", "Also Matches:", "Authors:", "Abstract:", "Comment:", "Topic Match:"};
  for (const std::string_view label : kLabels)
    if (base::starts_with(line.text(), label) && !read_.contains(label)) {
      end_text();
      read_.insert(label);
      out_.structure(line.before(label.size()));
      set_field(label, line.after(label.size()));
      return;
    }
  if (read_scores(line))
    return;
  const bool again = std::any_of(read_.begin(), read_.end(), [&](std::string_view label) {
    return base::starts_with(line.text(), label);
  });
  if (again || last_.empty() || base::starts_with(line.text(), "Relevance:")) {
    end_text();  // what follows may be the next paper, whose title was lost
    out_.unparsed(line);
  } else {
    text_.push_back(line);
  }
}

void PagePaper::set_field(std::string_view label, Piece text) {
  if (label == kPageId)
    entry_.set("id", out_.id(text));
  else if (label == "Primary Topic:")
    entry_.set("topic", text.empty() ? value::Value() : text_value(topics_.id(text)));
  else if (label == "Also Matches:")
    also_matches_ = text;
  else if (label == "Authors:")
    out_.authors(authors_ = text, entry_);
  else {
    last_ = label == "Abstract:" ? "abstract" : label == "Comment:" ? "comment" : "topic_match";
    text_.assign(text.empty() ? 0 : 1, text);
  }
}

void PagePaper::end_text() {
  if (!last_.empty())
    entry_.set(last_, paragraphs_of(text_));
  text_.clear();
  last_ = {};
}

// "Relevance: 9 Novelty: 8"
bool PagePaper::read_scores(Piece line) {
  constexpr std::string_view kRelevance = "Relevance:";
  constexpr std::string_view kNovelty = "Novelty:";
  const std::size_t second = line.text().find(kNovelty);
  if (entry_.find("scores") != nullptr || !base::starts_with(line.text(), kRelevance) ||
      second == std::string_view::npos)
    return false;
  const Piece relevance = line.sub(kRelevance.size(), second - kRelevance.size());
  const Piece novelty = line.after(second + kNovelty.size());
  for (const Piece number : {relevance, novelty})
    if (number.empty() || number.text().find_first_not_of("0123456789.") != std::string_view::npos)
      return false;
  end_text();
  out_.structure(line.before(kRelevance.size()));
  out_.structure(line.sub(second, kNovelty.size()));
  Mapping scores;
  scores.set("relevance", plain_value(std::string(relevance.text()), relevance.span()));
  scores.set("novelty", plain_value(std::string(novelty.text()), novelty.span()));
  entry_.set("scores", scores.build());
  return true;
}

Mapping PagePaper::finish(const std::string& topic) {
  end_text();
  if (entry_.find("topic") == nullptr && !topic.empty())
    entry_.set("topic", text_value(topic));
  const std::string comment = base::to_lower_ascii(scalar_text(entry_.find("comment")));
  if (entry_.find("scores") == nullptr && base::starts_with(comment, "author match"))
    entry_.set("matched_by", text_value("author"));
  return std::move(entry_);
}

}  // namespace paperboy::importers
