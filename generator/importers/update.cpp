#include "importers/update.h"

#include "base/text.h"
#include "importers/content_writer.h"
#include "importers/merge.h"
#include "importers/patch.h"
#include "importers/tree.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

// A Markdown file as one tree, so that both kinds of files are merged alike.
constexpr std::string_view kBody = "body";

bool is_markdown(const ContentFile& file) {
  return file.body.has_value();
}

value::Value as_tree(const ContentFile& file) {
  if (!is_markdown(file))
    return in_key_order(file.root);
  Mapping tree;
  if (file.root.object() != nullptr)
    tree.set_all(*file.root.object());
  tree.set_empty(kBody, *file.body);
  return tree.build(file.root.span());
}

std::string as_text(const std::string& path, const value::Value& tree, bool markdown) {
  if (!markdown)
    return write_yaml(tree);
  Mapping fields(*tree.object());
  const value::Value body = *fields.find(kBody);
  fields.erase(kBody);
  return write_content({path, fields.build(), body});
}

class FileUpdate {
 public:
  FileUpdate(const ArchiveFolder& archive, const ContentFile& file, base::SourceStore& sources,
             base::Diagnostics& diagnostics)
      : archive_(archive), file_(file), sources_(sources), diagnostics_(diagnostics) {
    result_.file.path = file.path;
  }

  Updated run() {
    const base::Result<std::optional<std::string>> present = archive_.read(file_.path);
    const base::Result<std::optional<std::string>> record = archive_.read(ImportRecord::path_for(file_.path));
    if (!present) {
      diagnostics_.error_at(file_.path, "unreadable-file", present.error().message);
      return std::move(result_);
    }
    if (record && *record) {
      record_text_ = **record;
      record_ = ImportRecord::parse(record_text_);
    }
    if (!*present)
      create();
    else
      merge_into(**present);
    return std::move(result_);
  }

 private:
  void create() {
    const value::Value tree = as_tree(file_);
    record_ = ImportRecord();  // a file that was deleted as a whole comes back as a whole
    record_all(tree, record_);
    result_.file.text = as_text(file_.path, tree, is_markdown(file_));
    result_.change = FileChange::Created;
    write();
  }

  void merge_into(const std::string& text) {
    result_.file.text = text;
    const base::Source& source = sources_.add(file_.path, text);
    const std::optional<value::Value> present = read(source);
    if (!present)
      return;  // its mistakes are reported; nothing is overwritten
    Merged merged = merge(*present, as_tree(file_), record_, file_.path, diagnostics_);
    result_.file.kept_places = std::move(merged.kept_places);
    if (!same_tree(*present, merged.root)) {
      result_.file.text = written_anew(source, *present, merged.root);
      result_.change = FileChange::Updated;
    }
    write();
  }

  std::string written_anew(const base::Source& source, const value::Value& present,
                           const value::Value& merged) {
    const std::string text(source.text());
    if (is_markdown(file_))
      return as_text(file_.path, merged, true);
    return record_.is_untouched(text) ? write_yaml(in_key_order(merged))
                                      : patch_yaml(source, present, merged);
  }

  std::optional<value::Value> read(const base::Source& source) {
    if (!is_markdown(file_)) {
      std::optional<value::Value> root = value::read_yaml(source, value::Aliases::Refused, diagnostics_);
      return root && root->object() != nullptr ? root : std::nullopt;
    }
    const std::optional<value::FrontMatter> parts = value::read_front_matter(source, diagnostics_);
    if (!parts)
      return std::nullopt;
    Mapping tree;
    if (parts->fields.object() != nullptr)
      tree.set_all(*parts->fields.object());
    const std::string_view body = parts->body.text();
    const std::string_view imported = scalar_text(&*file_.body);
    // The blank line below the front matter and the last line break are ours.
    const bool same = base::trim(body) == base::trim(imported);
    tree.set_empty(kBody, text_value(same ? std::string(imported) : std::string(body), parts->body));
    return tree.build();
  }

  void write() {
    record_.set_file(result_.file.text);
    if (result_.change != FileChange::Unchanged)
      if (const base::Result<void> written = archive_.write(file_.path, result_.file.text); !written) {
        diagnostics_.error_at(file_.path, "unwritable-file", written.error().message);
        return;
      }
    const std::string text = record_.format();
    if (text == record_text_)
      return;
    const std::string path = ImportRecord::path_for(file_.path);
    if (const base::Result<void> written = archive_.write(path, text); !written)
      diagnostics_.error_at(path, "unwritable-file", written.error().message);
  }

  const ArchiveFolder& archive_;
  const ContentFile& file_;
  base::SourceStore& sources_;
  base::Diagnostics& diagnostics_;
  std::string record_text_;
  ImportRecord record_;
  Updated result_;
};

}  // namespace

Updated update_file(const ArchiveFolder& archive, const ContentFile& file, base::SourceStore& sources,
                    base::Diagnostics& diagnostics) {
  return FileUpdate(archive, file, sources, diagnostics).run();
}

}  // namespace paperboy::importers
