#include "importers/content_writer.h"

#include <algorithm>

#include "base/text.h"
#include "importers/tree.h"
#include "importers/yaml_scalar.h"

namespace paperboy::importers {
namespace {

constexpr std::size_t kWidth = 100;
// Below this a mapping or list of short texts stands in one line.
constexpr std::size_t kShortItem = 60;

std::string scalar_inline(const value::Scalar& scalar, Place place) {
  return scalar.style == value::Style::Plain ? inline_plain(scalar.text, place)
                                             : inline_text(scalar.text, place);
}

// A value in one line, between brackets where it is a list or mapping; nothing when it holds line breaks.
class FlowText {
 public:
  std::string of(const value::Value& value) {
    if (const value::Scalar* scalar = value.scalar())
      return scalar_inline(*scalar, Place::Flow);
    std::string out;
    if (const value::Array* array = value.array()) {
      for (const value::Value& element : *array) out += (out.empty() ? "" : ", ") + of(element);
      return "[" + out + "]";
    }
    if (const value::Object* object = value.object()) {
      for (const value::Member& member : object->members())
        out += (out.empty() ? "" : ", ") + inline_text(member.key, Place::Flow) + ": " + of(member.value);
      return "{" + out + "}";
    }
    return "null";
  }
};

// Whether a list or mapping may stand in one line: nothing in it is long or deep.
bool is_short(const value::Value& value, std::size_t depth = 0) {
  if (const value::Scalar* scalar = value.scalar())
    return scalar->text.size() <= kShortItem && scalar->text.find('\n') == std::string::npos;
  if (depth > 1)
    return false;
  if (const value::Array* array = value.array())
    return std::all_of(array->begin(), array->end(),
                       [&](const value::Value& element) { return is_short(element, depth + 1); });
  if (const value::Object* object = value.object())
    return std::all_of(object->members().begin(), object->members().end(),
                       [&](const value::Member& member) { return is_short(member.value, depth + 1); });
  return false;
}

bool is_list_of_texts(const value::Value& value) {
  return value.array() != nullptr &&
         std::all_of(value.array()->begin(), value.array()->end(),
                     [](const value::Value& element) { return element.scalar() != nullptr; });
}

// Papers, topics, series and runs stand in lines of their own, however short.
bool is_record(const value::Value& value) {
  const value::Object* object = value.object();
  return object != nullptr && (object->find("id") != nullptr || object->find("title") != nullptr ||
                               object->find("model") != nullptr);
}

class YamlWriter {
 public:
  std::string write(const value::Value& root) {
    if (root.object() == nullptr || root.object()->size() == 0)
      return FlowText().of(root) + "\n";
    members(*root.object(), 0);
    return std::move(out_);
  }

  std::string write_members(const value::Object& object, std::size_t indent) {
    members(object, indent);
    return std::move(out_);
  }

  std::string write_items(const value::Array& array, std::size_t indent, Spacing spacing) {
    block_list(array, indent, spacing);
    return std::move(out_);
  }

 private:
  void pad(std::size_t indent) { out_.append(indent, ' '); }

  void members(const value::Object& object, std::size_t indent) {
    for (const value::Member& member : object.members()) {
      pad(indent);
      out_ += inline_text(member.key, Place::Block) + ":";
      after_key(member, indent);
    }
  }

  void after_key(const value::Member& member, std::size_t indent) {
    const value::Value& value = member.value;
    const std::size_t column = out_.size() - (out_.rfind('\n') + 1) + 1;
    if (const value::Scalar* scalar = value.scalar()) {
      out_ += " " + scalar_at(*scalar, column, indent + 2) + "\n";
    } else if (value.is_null()) {
      out_ += "\n";
    } else if (fits_flow(value, column)) {
      out_ += " " + FlowText().of(value) + "\n";
    } else if (is_list_of_texts(value) && is_short(value)) {
      wrapped_list(*value.array(), indent);
    } else if (const value::Array* array = value.array()) {
      out_ += "\n";
      block_list(*array, indent + 2, indent == 0 && member.key == "papers" ? Spacing::Airy : Spacing::Tight);
    } else {
      out_ += "\n";
      members(*value.object(), indent + 2);
    }
  }

  static bool fits_flow(const value::Value& value, std::size_t column) {
    const bool empty = (value.array() != nullptr && value.array()->empty()) ||
                       (value.object() != nullptr && value.object()->size() == 0);
    if (value.array() != nullptr && std::any_of(value.array()->begin(), value.array()->end(), is_record))
      return false;
    return empty || (is_short(value) && column + base::display_width(FlowText().of(value)) <= kWidth);
  }

  std::string scalar_at(const value::Scalar& scalar, std::size_t column, std::size_t indent) {
    const std::string in_line = scalar_inline(scalar, Place::Block);
    const bool breaks = scalar.text.find('\n') != std::string::npos;
    if (!breaks && column + base::display_width(in_line) <= kWidth)
      return in_line;
    return block_text(scalar.text, indent, kWidth).value_or(in_line);
  }

  void wrapped_list(const value::Array& array, std::size_t indent) {
    out_ += " [\n";
    std::string line;
    for (std::size_t i = 0; i < array.size(); ++i) {
      const std::string item = FlowText().of(array[i]) + (i + 1 < array.size() ? "," : "");
      const std::size_t width = indent + 2 + base::display_width(line) + 1 + base::display_width(item);
      if (!line.empty() && width > kWidth) {
        out_ += std::string(indent + 2, ' ') + line + "\n";
        line.clear();
      }
      line += (line.empty() ? "" : " ") + item;
    }
    out_ += std::string(indent + 2, ' ') + line + "\n";
    pad(indent);
    out_ += "]\n";
  }

  void block_list(const value::Array& array, std::size_t indent, Spacing spacing) {
    for (std::size_t i = 0; i < array.size(); ++i) {
      if (spacing == Spacing::Airy && i > 0)
        out_ += "\n";
      pad(indent);
      out_ += "- ";
      element(array[i], indent);
    }
  }

  void element(const value::Value& value, std::size_t indent) {
    if (const value::Scalar* scalar = value.scalar()) {
      out_ += scalar_at(*scalar, indent + 2, indent + 2) + "\n";
    } else if (fits_flow(value, indent + 2) && !is_record(value)) {
      out_ += FlowText().of(value) + "\n";
    } else if (const value::Object* object = value.object()) {
      // The first key stands behind the dash.
      const std::size_t begin = out_.size();
      members(*object, indent + 2);
      out_.erase(begin, indent + 2);
    } else if (const value::Array* array = value.array()) {
      const std::size_t begin = out_.size();
      block_list(*array, indent + 2, Spacing::Tight);
      out_.erase(begin, indent + 2);
    } else {
      out_ += "null\n";
    }
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(const value::Value& root) {
  return YamlWriter().write(root);
}

std::string write_members(const value::Object& object, std::size_t indent) {
  return YamlWriter().write_members(object, indent);
}

std::string write_items(const value::Array& array, std::size_t indent, Spacing spacing) {
  return YamlWriter().write_items(array, indent, spacing);
}

std::string write_content(const ContentFile& file) {
  if (!file.body)
    return write_yaml(file.root);
  std::string text;
  if (file.root.object() != nullptr && file.root.object()->size() > 0)
    text = "---\n" + write_yaml(file.root) + "---\n\n";
  text += scalar_text(&*file.body);
  return base::ends_with(text, "\n") ? text : text + "\n";
}

}  // namespace paperboy::importers
