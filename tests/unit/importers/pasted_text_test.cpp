#include "importers/pasted_text.h"

#include <catch2/catch.hpp>

#include "importers/formats.h"

namespace paperboy::importers {
namespace {

InputFile pasted(std::string path, std::string head) {
  InputFile file;
  file.path = std::move(path);
  file.bytes = head.size();
  file.head = std::move(head);
  return file;
}

std::string recognised(const InputFile& file) {
  const Format* format = recognise(file);
  return format == nullptr ? "none" : std::string(format->name());
}

TEST_CASE("pasted lists are told apart by what they look like") {
  CHECK(recognised(pasted(
            "a.txt", "Weekly | 2026-02-07\n\n1. Lines\n\narXiv: <https://arxiv.org/abs/2602.00001>\n")) ==
        "weekly-text");
  CHECK(recognised(pasted("b.txt", "前沿速递(1.3)\nA Line [Arcs]\n论直线\n要点:\n主旨: 直。\n")) ==
        "digest-text");
  CHECK(recognised(pasted("c.txt", "Hub\n\n01.\narXiv (CS.LG) 2026-04-02\n\nLines\n")) == "hub-text");
  CHECK(recognised(pasted(
            "d.txt",
            "Previous Day 2026-04-30\n\nDaily Papers 2026-05-01\n\n1. Lines\n\nArXiv ID: 2605.00001\n")) ==
        "page-text");
}

TEST_CASE("other texts are not taken for pasted lists") {
  CHECK(recognised(pasted("notes.txt", "On 2026-02-07 I read:\n\n1. Lines\n2. Curves\n")) == "none");
  CHECK(recognised(pasted(
            "a.rst", "Weekly | 2026-02-07\n\n1. Lines\n\narXiv: <https://arxiv.org/abs/2602.00001>\n")) ==
        "none");
  CHECK(recognised(pasted("empty.txt", "")) == "none");
}

TEST_CASE("the day of a pasted page is its own, not its neighbour's") {
  const InputFile page = pasted("page.txt",
                                "Previous Day 2026-04-30\nNext Day 2026-05-04\n\nDaily Papers "
                                "2026-05-01\n\n1. A\n\nArXiv ID: 2605.00001\n");
  CHECK(find_format("page-text")->group_of(page) == "2026-05-01");
}

TEST_CASE("a digest without a year is of the year of its papers") {
  const auto day = [](const std::string& head) {
    return find_format("digest-text")->group_of(pasted("digest.txt", head));
  };
  CHECK(day("速递(5.12)\n要点:\nhttps://arxiv.org/abs/2605.06732\n") == "2026-05-12");
  CHECK(day("速递(1.3)\n要点:\nhttps://arxiv.org/abs/2512.00001\n") == "2026-01-03");
  CHECK(day("速递(2.30)\n要点:\nhttps://arxiv.org/abs/2602.00001\n") == "digest.txt");
}

TEST_CASE("numbers that begin a line are told from decimal fractions") {
  base::SourceStore store;
  const auto read = [&](const std::string& text) {
    const std::optional<Listed> item = listed(pasted_lines(store.add("a", text)).at(0));
    return item ? std::string(item->number.text()) + "|" + std::string(item->text.text()) : "none";
  };
  CHECK(read("  12. Lines  ") == "12|Lines");
  CHECK(read("3、直线") == "3|直线");
  CHECK(read("05.") == "05|");
  CHECK(read("2.5 times faster") == "none");
  CHECK(read("20260501. no") == "none");
}

TEST_CASE("a line that is only an address is a link") {
  base::SourceStore store;
  const auto read = [&](const std::string& text) {
    const std::optional<Link> link = link_line(pasted_lines(store.add("a", text)).at(0));
    return link ? std::string(link->label.text()) + "|" + std::string(link->address.text()) : "none";
  };
  CHECK(read("arXiv: <https://arxiv.org/abs/2602.00001>") == "arXiv|https://arxiv.org/abs/2602.00001");
  CHECK(read("论文：https://arxiv.org/pdf/2602.00001") == "论文|https://arxiv.org/pdf/2602.00001");
  CHECK(read("https://arxiv.org/abs/2602.00001") == "|https://arxiv.org/abs/2602.00001");
  CHECK(read("ID: 2602.00001v2") == "ID|2602.00001v2");
  CHECK(read("Code at https://code.example is free") == "none");
  CHECK(read("Note: hello") == "none");
}

}  // namespace
}  // namespace paperboy::importers
