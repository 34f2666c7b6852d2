#include "model/markdown_edition.h"

namespace paperboy::model {

Edition read_markdown_edition(base::SourceSpan, const std::vector<Entry>&, ReadContext&) {
  return {};
}

}  // namespace paperboy::model
