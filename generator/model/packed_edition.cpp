#include "model/packed_edition.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/digest.h"
#include "base/packed.h"
#include "model/edition_fields.h"

namespace paperboy::model {

namespace {

template <typename T>
concept Number = std::integral<T> || std::is_enum_v<T>;

// Zigzag: small negative numbers stay short.
std::uint64_t folded(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63);
}
std::int64_t unfolded(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1U) ^ -static_cast<std::int64_t>(number & 1U);
}

// Kinds of value::Value.
enum : std::uint64_t { kNull, kScalar, kArray, kObject };

// Writes fields one behind the other.
class Packer {
 public:
  enum class Wanted {
    All,
    Facts,  // of texts that are only shown: whether they are there, and in which languages
    Texts,  // only those
  };

  Packer(Wanted wanted, const std::vector<const base::Source*>& sources)
      : wanted_(wanted), sources_(sources), is_writing_(wanted != Wanted::Texts) {}

  const std::string& bytes() const { return out_.bytes(); }

  template <typename T>
  void shown(const T& field) {
    if (wanted_ == Wanted::Facts) {
      presence(field);
      return;
    }
    const bool was_writing = std::exchange(is_writing_, true);
    (*this)(field);
    is_writing_ = was_writing;
  }
  void operator()(const std::string& text) {
    if (is_writing_) {
      out_.text(text);
    }
  }
  void operator()(double field) { number(std::bit_cast<std::uint64_t>(field)); }
  template <Number T>
  void operator()(T field) {
    number(folded(static_cast<std::int64_t>(field)));
  }
  void operator()(const base::SourceSpan& span) {
    if (wanted_ != Wanted::All) {
      return;
    }
    const auto place = std::find(sources_.begin(), sources_.end(), span.source);
    if (place == sources_.end()) {
      number(0);
      return;
    }
    number(static_cast<std::uint64_t>(place - sources_.begin()) + 1);
    number(span.begin);
    number(span.end - span.begin);
  }
  template <typename T>
  void operator()(const std::vector<T>& list) {
    number(list.size());
    for (const T& item : list) {
      (*this)(item);
    }
  }
  template <typename T>
  void operator()(const std::optional<T>& field) {
    number(field ? 1 : 0);
    if (field) {
      (*this)(*field);
    }
  }
  template <typename A, typename B>
  void operator()(const std::pair<A, B>& pair) {
    (*this)(pair.first);
    (*this)(pair.second);
  }
  template <typename T>
  void operator()(const Localized<T>& field) {
    number(field.variants().size());
    for (const auto& variant : field.variants()) {
      (*this)(variant.language);
      (*this)(variant.value);
    }
  }
  void operator()(const value::Object& object) {
    number(object.members().size());
    for (const value::Member& member : object.members()) {
      (*this)(member.key);
      (*this)(member.key_span);
      (*this)(member.value);
    }
  }
  void operator()(const value::Value& value) {
    (*this)(value.span());
    if (const value::Scalar* scalar = value.scalar()) {
      number(kScalar);
      (*this)(scalar->text);
      (*this)(scalar->style);
    } else if (const value::Array* array = value.array()) {
      number(kArray);
      (*this)(*array);
    } else if (const value::Object* object = value.object()) {
      number(kObject);
      (*this)(*object);
    } else {
      number(kNull);
    }
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(const T& fields) { tell_fields(*this, fields); }

 private:
  void number(std::uint64_t number) {
    if (is_writing_) {
      out_.number(number);
    }
  }

  void presence(const std::string& text) { number(text.empty() ? 0 : 1); }
  void presence(const Located& located) { presence(located.text); }
  void presence(const value::Object& object) { number(object.members().empty() ? 0 : 1); }
  template <typename T>
  void presence(const std::vector<T>& list) {
    number(list.empty() ? 0 : 1);
  }
  template <typename T>
  void presence(const Localized<T>& field) {
    number(field.variants().size());
    for (const auto& variant : field.variants()) {
      (*this)(variant.language);
      presence(variant.value);
    }
  }

  base::PackedWriter out_;
  Wanted wanted_;
  const std::vector<const base::Source*>& sources_;
  bool is_writing_;
};

// Reads them again.
class Unpacker {
 public:
  Unpacker(std::string_view bytes, const std::vector<const base::Source*>& sources)
      : in_(bytes), sources_(sources) {}

  bool is_whole() const { return in_.done() && !failed_ && !in_.failed(); }

  template <typename T>
  void shown(T& field) {
    (*this)(field);
  }
  void operator()(std::string& text) { text = in_.text(); }
  void operator()(double& field) { field = std::bit_cast<double>(in_.number()); }
  template <Number T>
  void operator()(T& field) {
    field = static_cast<T>(unfolded(in_.number()));
  }
  void operator()(base::SourceSpan& span) {
    const std::uint64_t source = in_.number();
    if (source == 0) {
      return;
    }
    span.begin = static_cast<std::uint32_t>(in_.number());
    span.end = span.begin + static_cast<std::uint32_t>(in_.number());
    if (source > sources_.size() || span.end < span.begin) {
      failed_ = true;
      return;
    }
    span.source = sources_[source - 1];
  }
  template <typename T>
  void operator()(std::vector<T>& list) {
    const std::uint64_t size = count();
    list.reserve(size);
    for (std::uint64_t left = size; left > 0 && !in_.failed(); --left) {
      (*this)(list.emplace_back());
    }
  }
  template <typename T>
  void operator()(std::optional<T>& field) {
    if (in_.number() != 0) {
      (*this)(field.emplace());
    }
  }
  template <typename A, typename B>
  void operator()(std::pair<A, B>& pair) {
    (*this)(pair.first);
    (*this)(pair.second);
  }
  template <typename T>
  void operator()(Localized<T>& field) {
    for (std::uint64_t left = count(); left > 0 && !in_.failed(); --left) {
      std::string language;
      T value;
      (*this)(language);
      (*this)(value);
      field.set(std::move(language), std::move(value));
    }
  }
  void operator()(value::Object& object) {
    for (std::uint64_t left = count(); left > 0 && !in_.failed(); --left) {
      value::Member member;
      (*this)(member.key);
      (*this)(member.key_span);
      (*this)(member.value);
      object.add(std::move(member));
    }
  }
  void operator()(value::Value& value) {
    base::SourceSpan span;
    (*this)(span);
    switch (in_.number()) {
      case kScalar:
        value = value::Value(read<value::Scalar>(), span);
        break;
      case kArray:
        value = value::Value(read<value::Array>(), span);
        break;
      case kObject:
        value = value::Value(read<value::Object>(), span);
        break;
      default:
        value = value::Value(value::Null{}, span);
    }
  }
  void operator()(value::Scalar& scalar) {
    (*this)(scalar.text);
    (*this)(scalar.style);
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(T& fields) { tell_fields(*this, fields); }

 private:
  template <typename T>
  T read() {
    T field;
    (*this)(field);
    return field;
  }
  // Damaged bytes may tell of more things than there can be.
  std::uint64_t count() {
    const std::uint64_t count = in_.number();
    if (count > in_.size()) {
      failed_ = true;
      return 0;
    }
    return count;
  }

  base::PackedReader in_;
  const std::vector<const base::Source*>& sources_;
  bool failed_ = false;
};

template <typename T>
std::uint64_t digest_of(const T& fields, Packer::Wanted wanted) {
  const std::vector<const base::Source*> no_sources;
  Packer packer(wanted, no_sources);
  packer(fields);
  return base::short_digest(packer.bytes());
}

}  // namespace

std::string pack_edition(const Edition& edition, const std::vector<const base::Source*>& sources) {
  Packer packer(Packer::Wanted::All, sources);
  packer(edition);
  return packer.bytes();
}

std::optional<Edition> unpack_edition(std::string_view bytes,
                                      const std::vector<const base::Source*>& sources) {
  Unpacker unpacker(bytes, sources);
  Edition edition;
  unpacker(edition);
  return unpacker.is_whole() ? std::optional(std::move(edition)) : std::nullopt;
}

EditionDigests digest_edition(const Edition& edition) {
  EditionDigests digests;
  digests.facts = digest_of(edition, Packer::Wanted::Facts);
  digests.texts = digest_of(edition.text, Packer::Wanted::Texts);
  for (const Entry& entry : edition.entries) {
    digests.entries.push_back(digest_of(entry, Packer::Wanted::Texts));
  }
  return digests;
}

}  // namespace paperboy::model
