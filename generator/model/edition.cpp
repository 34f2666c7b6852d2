#include "model/edition.h"

namespace paperboy::model {

const char* to_string(EditionState state) {
  switch (state) {
    case EditionState::Published:
      return "published";
    case EditionState::Quiet:
      return "quiet";
    case EditionState::Empty:
      return "empty";
    case EditionState::Failed:
      return "failed";
  }
  return "published";
}

const char* to_string(AnnounceType type) {
  switch (type) {
    case AnnounceType::None:
      return "";
    case AnnounceType::New:
      return "new";
    case AnnounceType::Cross:
      return "cross";
    case AnnounceType::Replace:
      return "replace";
    case AnnounceType::ReplaceCross:
      return "replace-cross";
  }
  return "";
}

}  // namespace paperboy::model
