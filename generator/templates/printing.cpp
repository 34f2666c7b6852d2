#include "templates/printing.h"

#include "base/html.h"
#include "base/text.h"
#include "templates/callable.h"
#include "templates/reading.h"

namespace paperboy::templates {
namespace {

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : base::json_escape(text)) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      case '\'':
        out += "\\u0027";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

[[noreturn]] void fail_print(const Ref& value) {
  const bool is_list = ListReader::of(value).has_value();
  const bool is_macro = value.get<Callable>() != nullptr;
  throw CallError{"cannot print " + kind_name(value),
                  is_list    ? "loop over it, or use join or tojson"
                  : is_macro ? "call it: name(…)"
                             : "print one of its fields, or use tojson",
                  "wrong-type"};
}

class JsonWriter {
 public:
  JsonWriter(std::string& out, std::size_t indent, Budget& budget)
      : out_(out), indent_(indent), budget_(budget) {}

  void write(const Ref& value, std::size_t depth) {
    if (depth > kMaxValueDepth)
      throw CallError{"the value is nested too deeply for JSON, or contains itself", "", "render-limit"};
    budget_.step();
    if (out_.size() > budget_.bytes())
      budget_.fail_bytes();
    if (const std::optional<ListReader> list = ListReader::of(value))
      write_list(*list, depth);
    else if (is_mapping(value))
      write_map(*members_of(value), depth);
    else
      write_scalar(value);
  }

 private:
  void write_scalar(const Ref& value) {
    if (text_of(value) || html_of(value) != nullptr)
      append_json_text(out_, text_of(value) ? *text_of(value) : std::string_view(html_of(value)->str()));
    else if (is_none(value))
      out_ += "null";
    else if (const std::optional<std::string> text = plain_text(value))
      out_ += *text;
    else
      throw CallError{kind_name(value) + " has no form in JSON", "", "wrong-type"};
  }
  void write_list(const ListReader& list, std::size_t depth) {
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      separate(i, depth + 1);
      write(list.at(i), depth + 1);
    }
    if (list.size() > 0)
      new_line(depth);
    out_ += ']';
  }
  void write_map(const std::vector<std::pair<std::string_view, Ref>>& members, std::size_t depth) {
    out_ += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      separate(i, depth + 1);
      append_json_text(out_, members[i].first);
      out_ += indent_ > 0 ? ": " : ":";
      write(members[i].second, depth + 1);
    }
    if (!members.empty())
      new_line(depth);
    out_ += '}';
  }
  void separate(std::size_t index, std::size_t depth) {
    if (index > 0)
      out_ += ',';
    new_line(depth);
  }
  void new_line(std::size_t depth) {
    if (indent_ > 0)
      out_.append("\n").append(indent_ * depth, ' ');
  }

  std::string& out_;
  std::size_t indent_;
  Budget& budget_;
};

}  // namespace

void append_json(std::string& out, const Ref& value, std::size_t indent, Budget& budget) {
  JsonWriter(out, indent, budget).write(value, 0);
}

void append_printed(std::string& out, const Ref& value, OutputKind kind, Budget& budget) {
  if (kind == OutputKind::Json)
    return append_json(out, value, 0, budget);
  switch (value.kind()) {
    case Ref::Kind::Text:
    case Ref::Kind::OwnedText:
      if (kind == OutputKind::Html)
        base::append_html_escaped(out, *text_of(value));
      else
        out += *text_of(value);
      return;
    case Ref::Kind::Html:
    case Ref::Kind::OwnedHtml:
      out += html_of(value)->str();
      return;
    case Ref::Kind::Integer:
      return append_number(out, *value.get<std::int64_t>());
    default:
      break;
  }
  const std::optional<std::string> text = plain_text(value);
  if (!text)
    fail_print(value);
  out += *text;
}

}  // namespace paperboy::templates
