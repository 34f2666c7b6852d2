#include "pages/texts.h"

#include <utility>

#include "base/parallel.h"

namespace paperboy::pages {

namespace {

base::LongDigest markdown_key(const MarkdownText& text) {
  // Where the language does not matter, pages in all of them share one text.
  std::string key = markup::may_have_links(text.markdown) ? text.language : "";
  key += '\n';
  key += text.anchor_prefix;
  key += '\n';
  key += std::to_string(text.heading_shift);
  key += '\n';
  key += text.markdown;
  return base::long_digest(key);
}

}  // namespace

void Texts::add_rich(std::string_view text, base::SourceSpan span, markup::TexField field) {
  if (text.empty()) {
    return;
  }
  const auto place = static_cast<std::uint32_t>(rich_.size() + rich_jobs_.size());
  if (rich_index_[static_cast<std::size_t>(field)].add(base::long_digest(text), place)) {
    rich_jobs_.push_back({text, span, field});
  }
}

void Texts::add(const model::Located& text, markup::TexField field) {
  add_rich(text.text, text.span, field);
}

void Texts::add_name(const model::Author& author) {
  add_rich(author.name, author.span, markup::TexField::Name);
}

void Texts::add_affiliation(std::string_view affiliation) {
  add_rich(affiliation, {}, markup::TexField::Name);
}

void Texts::add(const MarkdownText& text) {
  if (text.markdown.empty()) {
    return;
  }
  const auto place = static_cast<std::uint32_t>(markdown_.size() + markdown_jobs_.size());
  if (markdown_index_.add(markdown_key(text), place)) {
    markdown_jobs_.push_back(text);
  }
}

void Texts::leave_only(const std::function<bool(const base::SourceSpan&)>& is_wanted) {
  std::erase_if(rich_jobs_, [&](const RichJob& job) { return !is_wanted(job.span); });
  std::erase_if(markdown_jobs_, [&](const MarkdownText& job) { return !is_wanted(job.span); });
}

void Texts::convert(markup::MathRenderer& math, const ResolveLink& resolve, std::size_t threads,
                    base::Diagnostics& diagnostics) {
  const std::vector<RichJob> rich_jobs = std::exchange(rich_jobs_, {});
  const std::size_t rich_done = rich_.size();
  rich_.resize(rich_done + rich_jobs.size());
  base::parallel_for(rich_jobs.size(), threads, [&](std::size_t index) {
    const RichJob& job = rich_jobs[index];
    rich_[rich_done + index] = markup::tex_to_rich_text(job.text, job.field, job.span, math, diagnostics);
  });
  const std::vector<MarkdownText> markdown_jobs = std::exchange(markdown_jobs_, {});
  const std::size_t markdown_done = markdown_.size();
  markdown_.resize(markdown_done + markdown_jobs.size());
  base::parallel_for(markdown_jobs.size(), threads, [&](std::size_t index) {
    const MarkdownText& job = markdown_jobs[index];
    ConvertedMarkdown& converted = markdown_[markdown_done + index];
    converted.language = job.language;
    converted.result = convert_markdown(job, resolve, math, diagnostics);
  });
}

markup::MarkdownResult Texts::convert_markdown(const MarkdownText& text, const ResolveLink& resolve,
                                               markup::MathRenderer& math, base::Diagnostics& diagnostics) {
  markup::MarkdownOptions options;
  options.anchor_prefix = text.anchor_prefix;
  options.heading_shift = text.heading_shift;
  options.resolve_link = [&](std::string_view target) { return resolve(target, text.language); };
  return markup::markdown_to_html(text.markdown, text.span, options, math, diagnostics);
}

void Texts::convert_when_wanted(markup::MathRenderer& math) {
  math_ = &math;
  wanted_ = std::make_unique<Wanted>();
}

const markup::RichText* Texts::wanted_rich(const base::LongDigest& key, std::string_view text,
                                           markup::TexField field) const {
  if (math_ == nullptr || text.empty()) {
    return nullptr;
  }
  auto& known = wanted_->rich[static_cast<std::size_t>(field)];
  {
    const std::lock_guard lock(wanted_->mutex);
    if (const auto found = known.find(key); found != known.end()) {
      return &found->second;
    }
  }
  base::Diagnostics unheard;
  markup::RichText converted = markup::tex_to_rich_text(text, field, {}, *math_, unheard);
  const std::lock_guard lock(wanted_->mutex);
  return &known.try_emplace(key, std::move(converted)).first->second;
}

const markup::MarkdownResult* Texts::wanted_markdown(const base::LongDigest& key,
                                                     const MarkdownText& text) const {
  if (math_ == nullptr) {
    return nullptr;
  }
  {
    const std::lock_guard lock(wanted_->mutex);
    if (const auto found = wanted_->markdown.find(key); found != wanted_->markdown.end()) {
      return &found->second;
    }
  }
  base::Diagnostics unheard;
  markup::MarkdownResult converted = convert_markdown(text, resolve_, *math_, unheard);
  const std::lock_guard lock(wanted_->mutex);
  return &wanted_->markdown.try_emplace(key, std::move(converted)).first->second;
}

const markup::RichText* Texts::rich(std::string_view text, markup::TexField field) const {
  const base::LongDigest key = base::long_digest(text);
  const std::uint32_t* place = rich_index_[static_cast<std::size_t>(field)].find(key);
  return place == nullptr ? wanted_rich(key, text, field) : &rich_[*place];
}

std::string_view Texts::affiliation(std::string_view text) const {
  const markup::RichText* read = rich(text, markup::TexField::Name);
  return read == nullptr ? text : read->plain();
}

const markup::MarkdownResult* Texts::markdown(const MarkdownText& text) const {
  if (text.markdown.empty()) {
    return nullptr;
  }
  const base::LongDigest key = markdown_key(text);
  const std::uint32_t* place = markdown_index_.find(key);
  return place == nullptr ? wanted_markdown(key, text) : &markdown_[*place].result;
}

}  // namespace paperboy::pages
