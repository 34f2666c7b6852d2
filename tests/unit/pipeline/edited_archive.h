#pragma once

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace paperboy::tests {

// An archive that is edited at random, and stays sound: three series in different languages, papers that come
// up again with other facts, authors with and without pages, cut lists, texts that link to pages.
class EditedArchive {
 public:
  using Files = std::map<std::string, std::string>;

  explicit EditedArchive(unsigned seed);

  const Files& files() const { return files_; }
  // One edit, and what it was.
  std::string edit();

 private:
  struct Entry {
    unsigned number = 0;  // of the paper
    unsigned topic = 0;
    unsigned score = 1;
    unsigned authors = 0;   // which of them
    unsigned category = 0;  // which spelling
    unsigned title = 0;     // which wording
    std::string comment, headline, abstract;
    unsigned links_to = 0;  // a paper that its commentary names, where there is one; 0: no commentary
  };
  struct Edition {
    std::vector<Entry> entries;
    std::string text;  // of its Markdown file; empty: it has none
  };
  using Editions = std::map<std::string, Edition>;  // by path without ending: "content/daily/2026-05-06"

  std::string edit_text();
  std::string edit_facts();
  std::string edit_entry();
  std::string add_edition();
  std::string change_entries();
  std::string remove_something();

  unsigned below(std::size_t end) { return static_cast<unsigned>(random_() % end); }
  std::string word();
  std::string any_path();
  Entry any_entry();
  Edition* any_edition();
  Entry* entry_of_any();

  void write_all();
  void write_site();
  void write_edition(const std::string& path, const Edition& edition);
  bool has_paper(unsigned number) const;

  std::mt19937 random_;
  Editions editions_;
  Files others_;  // layouts, notes, pages
  unsigned topics_ = 3;
  Files files_;
};

}  // namespace paperboy::tests
