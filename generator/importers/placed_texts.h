#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "importers/format.h"
#include "value/value.h"

namespace paperboy::importers {

// Calls `visit` for every text in a tree with its place: "papers/arxiv:2605.03769/title".
void visit_texts(const value::Value& root,
                 const std::function<void(const std::string& place, const value::Value& text)>& visit);

// The texts of a content file by place, front matter and body alike; `body` is the place of a Markdown text.
std::map<std::string, std::string> read_placed_texts(const std::string& path, const std::string& text);

}  // namespace paperboy::importers
