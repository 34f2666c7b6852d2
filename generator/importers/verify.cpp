#include "importers/verify.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "importers/placed_texts.h"
#include "importers/tree.h"
#include "model/field_reader.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

using SpanKey = std::tuple<const base::Source*, std::uint32_t, std::uint32_t>;

SpanKey key_of(base::SourceSpan span) {
  return {span.source, span.begin, span.end};
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string word_bytes(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), is_word_byte);
  return result;
}

bool same_words(std::string_view a, std::string_view b) {
  return a == b || base::collapse_spaces(a) == base::collapse_spaces(b);
}

bool same_value(std::string_view a, std::string_view b) {
  if (same_words(a, b))
    return true;
  const std::optional<double> number = model::parse_number(a);
  return number && number == model::parse_number(b);
}

enum class Fate { Lost, Kept, Said, Derived, Edited };

class Verifier {
 public:
  Verifier(const Imported& imported, const std::vector<WrittenFile>& written, const value::Value& site)
      : imported_(imported) {
    for (const WrittenFile& file : written) read_again(file);
    visit_texts(site, [&](const std::string& place, const value::Value& text) {
      site_texts_.insert(text.scalar()->text);
      texts_["content/site.yaml"][place] = text.scalar()->text;
    });
    for (const ContentFile& file : imported.files) find_places(file);
    visit_texts(imported.site, [&](const std::string&, const value::Value& text) {
      if (text.span() && site_texts_.contains(text.scalar()->text))
        in_site_.insert(key_of(text.span()));
    });
    for (const base::SourceSpan& span : imported.in_site) said_in_site_.insert(key_of(span));
    for (const Repeat& repeat : imported.repeats) repeats_.emplace(key_of(repeat.said), repeat.kept);
    for (const Derived& derived : imported.derived) derived_.emplace(key_of(derived.said), &derived);
  }

  // What became of a value that stands at `span` and means `text`.
  Fate fate(base::SourceSpan span, std::string_view text, std::size_t depth = 0) const {
    if (const std::optional<Fate> placed = placed_fate(span, text))
      return *placed;
    const SpanKey key = key_of(span);
    if (in_site_.contains(key))
      return Fate::Kept;
    if (said_in_site_.contains(key) && site_texts_.contains(std::string(text)))
      return Fate::Said;
    if (const auto repeat = repeats_.find(key); repeat != repeats_.end() && depth < 8) {
      const std::optional<std::string> kept = input_text(repeat->second);
      if (kept && same_value(*kept, text) && fate(repeat->second, *kept, depth + 1) != Fate::Lost)
        return Fate::Said;
    }
    if (const auto derived = derived_.find(key); derived != derived_.end() && follows(*derived->second, text))
      return Fate::Derived;
    return Fate::Lost;
  }

  // Which bytes of a text are in content files or are the format's own words.
  std::vector<bool> covered(const base::Source& source) const {
    std::vector<bool> bytes(source.text().size(), false);
    const auto cover = [&](base::SourceSpan span) {
      if (span.source == &source)
        std::fill(bytes.begin() + span.begin, bytes.begin() + span.end, true);
    };
    for (const base::SourceSpan& span : imported_.structure) cover(span);
    for (const auto& [key, places] : places_) {
      const base::SourceSpan span{std::get<0>(key), std::get<1>(key), std::get<2>(key)};
      if (span.source == &source && placed_fate(span, span.text()).value_or(Fate::Lost) != Fate::Lost)
        cover(span);
    }
    for (const SpanKey& key : in_site_) cover({std::get<0>(key), std::get<1>(key), std::get<2>(key)});
    for (const auto& [said, kept] : repeats_) {
      const base::SourceSpan span{std::get<0>(said), std::get<1>(said), std::get<2>(said)};
      if (span.source == &source && fate(span, span.text()) != Fate::Lost)
        cover(span);
    }
    return bytes;
  }

  void know(base::SourceSpan span, std::string_view text) { input_texts_[key_of(span)] = text; }

 private:
  struct Place {
    std::string file;
    std::string place;
  };

  void read_again(const WrittenFile& file) {
    texts_[file.path] = read_placed_texts(file.path, file.text);
    for (const std::string& place : file.kept_places) edited_.insert(file.path + "/" + place);
  }

  void find_places(const ContentFile& file) {
    const auto add = [&](const std::string& place, const value::Value& text) {
      if (text.span())
        places_[key_of(text.span())].push_back({file.path, place});
    };
    visit_texts(file.root, add);
    if (file.body)
      add("body", *file.body);
  }

  std::optional<std::string> input_text(base::SourceSpan span) const {
    const auto found = input_texts_.find(key_of(span));
    if (found != input_texts_.end())
      return found->second;
    if (!span)
      return std::nullopt;
    std::string_view text = span.text();
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')  // the key of a mapping
      text = text.substr(1, text.size() - 2);
    return std::string(text);
  }

  // Nothing when no content file claims the span.
  std::optional<Fate> placed_fate(base::SourceSpan span, std::string_view text) const {
    const auto found = places_.find(key_of(span));
    if (found == places_.end())
      return std::nullopt;
    const bool is_leaf = input_texts_.contains(key_of(span));
    for (const Place& place : found->second) {
      if (is_edited(place))
        return Fate::Edited;
      const auto file = texts_.find(place.file);
      if (file == texts_.end())
        continue;
      const auto value = file->second.find(place.place);
      if (value == file->second.end())
        continue;
      if (is_leaf ? same_words(value->second, text) : word_bytes(value->second) == word_bytes(text))
        return Fate::Kept;
    }
    return std::nullopt;
  }

  bool is_edited(const Place& place) const {
    std::string at = place.file + "/" + place.place;
    while (true) {
      if (edited_.contains(at))
        return true;
      const std::size_t slash = at.rfind('/');
      if (slash == std::string::npos || slash <= place.file.size())
        return false;
      at.resize(slash);
    }
  }

  bool follows(const Derived& derived, std::string_view text) const {
    double sum = 0;
    for (const base::SourceSpan& part : derived.parts) {
      const std::optional<std::string> value = input_text(part);
      if (!value || fate(part, *value, 4) == Fate::Lost)
        return false;
      sum += derived.how == Derived::How::Sum ? model::parse_number(*value).value_or(0) : 1;
    }
    return model::parse_number(text) == sum;
  }

  const Imported& imported_;
  std::map<std::string, std::map<std::string, std::string>> texts_;  // by file, by place
  std::set<std::string> site_texts_;
  std::set<SpanKey> in_site_;
  std::set<SpanKey> said_in_site_;
  std::set<std::string> edited_;
  std::map<SpanKey, std::vector<Place>> places_;
  std::map<SpanKey, base::SourceSpan> repeats_;
  std::map<SpanKey, const Derived*> derived_;
  std::map<SpanKey, std::string> input_texts_;
};

void count(Proof& proof, Fate fate) {
  ++proof.values;
  proof.kept += fate == Fate::Kept ? 1U : 0U;
  proof.said += fate == Fate::Said ? 1U : 0U;
  proof.derived += fate == Fate::Derived ? 1U : 0U;
  proof.edited += fate == Fate::Edited ? 1U : 0U;
  proof.lost += fate == Fate::Lost ? 1U : 0U;
}

void report_lost(base::SourceSpan span, base::Diagnostics& diagnostics) {
  diagnostics.error(span, "lost-value", "this value is in no content file",
                    "keep the input; this is a mistake of the importer");
}

std::vector<value::Value> read_leaves(const base::Source& source) {
  base::Diagnostics unheard;
  std::vector<value::Value> roots;
  if (base::ends_with(source.path(), ".jsonl"))
    roots = value::read_json_lines(source, unheard);
  else if (std::optional<value::Value> root = value::read_json(source, unheard))
    roots.push_back(*std::move(root));
  std::vector<value::Value> leaves;
  for (const value::Value& root : roots)
    visit_texts(root, [&](const std::string&, const value::Value& text) {
      if (!text.scalar()->text.empty())
        leaves.push_back(text);
    });
  return leaves;
}

void verify_text(const base::Source& source, const Verifier& verifier, Proof& proof,
                 base::Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  const std::vector<bool> covered = verifier.covered(source);
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool all = true;
    for (; at < text.size() && is_word_byte(text[at]); ++at) all = all && covered[at];
    count(proof, all ? Fate::Kept : Fate::Lost);
    if (!all)
      report_lost({&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, diagnostics);
  }
}

}  // namespace

Proof verify(const std::vector<const base::Source*>& input, const Imported& imported,
             const std::vector<WrittenFile>& written, const value::Value& site,
             base::Diagnostics& diagnostics) {
  Proof proof;
  Verifier verifier(imported, written, site);
  std::vector<value::Value> leaves;
  for (const base::Source* source : input)
    if (base::ends_with(source->path(), ".json") || base::ends_with(source->path(), ".jsonl"))
      for (value::Value& leaf : read_leaves(*source)) leaves.push_back(std::move(leaf));
  for (const value::Value& leaf : leaves) verifier.know(leaf.span(), leaf.scalar()->text);
  for (const value::Value& leaf : leaves) {
    const Fate fate = verifier.fate(leaf.span(), leaf.scalar()->text);
    count(proof, fate);
    if (fate == Fate::Lost)
      report_lost(leaf.span(), diagnostics);
  }
  for (const base::Source* source : input)
    if (!base::ends_with(source->path(), ".json") && !base::ends_with(source->path(), ".jsonl"))
      verify_text(*source, verifier, proof, diagnostics);
  return proof;
}

}  // namespace paperboy::importers
