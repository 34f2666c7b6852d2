#include "outputs/api_schema.h"

namespace paperboy::outputs {

const std::string_view kApiSchema = R"schema({
"$schema": "https://json-schema.org/draft/2020-12/schema",
"title": "An archive of papers made with Paperboy, version 1",
"description": "Every file is one of these. Texts are by language, 'und' where nobody said which: Unicode without TeX and HTML, but for Markdown where it says so. What is unknown is left out.",
"oneOf": [
  {"$ref": "#/$defs/archive"},
  {"$ref": "#/$defs/series"},
  {"$ref": "#/$defs/topic"},
  {"$ref": "#/$defs/edition"},
  {"$ref": "#/$defs/paper"}
],
"$defs": {
  "texts": {"type": "object", "additionalProperties": {"type": "string"}},
  "list": {"type": "array", "items": {"type": "string"}},
  "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "url": {"type": "string", "pattern": "^https?://"},
  "file": {
    "type": "object",
    "required": ["version", "self"],
    "properties": {
      "version": {"const": 1},
      "self": {"$ref": "#/$defs/url", "description": "the address of this file"}
    }
  },
  "paper_line": {
    "type": "object",
    "required": ["id", "url", "data"],
    "properties": {
      "id": {"type": "string", "description": "arxiv:2605.03769, doi:10.…, or slug:…"},
      "title": {"$ref": "#/$defs/texts"},
      "date": {"$ref": "#/$defs/date", "description": "of the edition where it came up first under the topic"},
      "url": {"$ref": "#/$defs/url", "description": "its page"},
      "data": {"$ref": "#/$defs/url", "description": "its file"}
    }
  },
  "judgement": {
    "type": "object",
    "properties": {
      "rank": {"type": "integer", "minimum": 1, "description": "place in the edition"},
      "number": {"type": "string", "description": "as the edition's source counted"},
      "scores": {"type": "object", "additionalProperties": {"type": "number"}},
      "total": {"type": "number"},
      "topic": {"type": "string"},
      "also_matches": {"$ref": "#/$defs/list"},
      "matched_by": {"enum": ["author"]},
      "comment": {"$ref": "#/$defs/texts"},
      "topic_match": {"$ref": "#/$defs/texts"},
      "headline": {"$ref": "#/$defs/texts"},
      "commentary": {"$ref": "#/$defs/texts", "description": "Markdown"},
      "structured_notes": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["label", "markdown"],
            "properties": {"label": {"type": "string"}, "markdown": {"type": "string"}}
          }
        }
      },
      "tag": {"type": "string"}
    }
  },
  "paper_facts": {
    "type": "object",
    "required": ["id", "url", "authors"],
    "properties": {
      "id": {"type": "string"},
      "url": {"$ref": "#/$defs/url"},
      "arxiv_version": {"type": "integer", "minimum": 1},
      "title": {"$ref": "#/$defs/texts"},
      "authors": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["name"],
          "properties": {"name": {"type": "string"}, "affiliations": {"$ref": "#/$defs/list"}}
        }
      },
      "authors_cut": {"const": true, "description": "there are more authors than these"},
      "affiliations": {"$ref": "#/$defs/list", "description": "of the authors together"},
      "abstract": {"$ref": "#/$defs/texts"},
      "abstract_cut": {"const": true},
      "source": {"type": "string"},
      "category": {"type": "string"},
      "categories": {"$ref": "#/$defs/list", "description": "further ones"},
      "published": {"$ref": "#/$defs/date"},
      "links": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["kind", "url"],
          "properties": {"kind": {"type": "string"}, "url": {"type": "string"}}
        }
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["language", "markdown"],
          "properties": {
            "language": {"type": "string"}, "author": {"type": "string"}, "markdown": {"type": "string"}
          }
        }
      }
    }
  },
  "edition_facts": {
    "type": "object",
    "required": ["series", "date", "state", "paper_count", "title", "urls", "counts"],
    "properties": {
      "series": {"type": "string"},
      "date": {"$ref": "#/$defs/date"},
      "state": {"enum": ["published", "quiet", "empty", "failed"]},
      "paper_count": {"type": "integer", "minimum": 0},
      "title": {"$ref": "#/$defs/texts"},
      "urls": {"type": "object", "additionalProperties": {"$ref": "#/$defs/url"}},
      "runs": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "model": {"type": "string"},
            "prompt_tokens": {"type": "integer"},
            "completion_tokens": {"type": "integer"},
            "total_tokens": {"type": "integer"},
            "prompt_cost": {"type": "string", "description": "as written, with its currency"},
            "completion_cost": {"type": "string"},
            "total_cost": {"type": "string"}
          }
        }
      },
      "counts": {
        "type": "object",
        "properties": {
          "total": {"type": "integer"}, "scanned": {"type": "integer"}, "relevant": {"type": "integer"}
        }
      },
      "data": {"$ref": "#/$defs/url"}
    }
  },
  "archive": {
    "type": "object",
    "allOf": [{"$ref": "#/$defs/file"}],
    "required": ["schema", "edition_count", "paper_count", "series", "topics", "papers"],
    "properties": {
      "title": {"$ref": "#/$defs/texts"},
      "description": {"$ref": "#/$defs/texts"},
      "url": {"$ref": "#/$defs/url"},
      "schema": {"$ref": "#/$defs/url"},
      "edition_count": {"type": "integer", "minimum": 0},
      "paper_count": {"type": "integer", "minimum": 0},
      "newest_date": {"$ref": "#/$defs/date"},
      "series": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["id", "data"],
          "properties": {
            "id": {"type": "string"}, "title": {"$ref": "#/$defs/texts"}, "data": {"$ref": "#/$defs/url"}
          }
        }
      },
      "topics": {
        "type": "array",
        "items": {
          "type": "object",
          "required": ["id"],
          "properties": {
            "id": {"type": "string"},
            "label": {"$ref": "#/$defs/texts"},
            "data": {"$ref": "#/$defs/url", "description": "there when it has papers"}
          }
        }
      },
      "papers": {"type": "array", "items": {"$ref": "#/$defs/paper_line"}}
    }
  },
  "series": {
    "type": "object",
    "allOf": [{"$ref": "#/$defs/file"}],
    "required": ["id", "editions"],
    "properties": {
      "id": {"type": "string"},
      "title": {"$ref": "#/$defs/texts"},
      "editions": {"type": "array", "items": {"$ref": "#/$defs/edition_facts"}, "description": "oldest first"}
    }
  },
  "topic": {
    "type": "object",
    "allOf": [{"$ref": "#/$defs/file"}],
    "required": ["id", "papers"],
    "properties": {
      "id": {"type": "string"},
      "label": {"$ref": "#/$defs/texts"},
      "papers": {"type": "array", "items": {"$ref": "#/$defs/paper_line"}, "description": "oldest first"}
    }
  },
  "edition": {
    "type": "object",
    "allOf": [{"$ref": "#/$defs/file"}, {"$ref": "#/$defs/edition_facts"}],
    "required": ["papers"],
    "properties": {
      "papers": {
        "type": "array",
        "items": {"allOf": [{"$ref": "#/$defs/paper_facts"}, {"$ref": "#/$defs/judgement"}]}
      }
    }
  },
  "paper": {
    "type": "object",
    "allOf": [{"$ref": "#/$defs/file"}, {"$ref": "#/$defs/paper_facts"}],
    "required": ["appearances"],
    "properties": {
      "appearances": {
        "type": "array",
        "description": "oldest first",
        "items": {
          "allOf": [
            {
              "type": "object",
              "required": ["series", "date", "data"],
              "properties": {
                "series": {"type": "string"},
                "date": {"$ref": "#/$defs/date"},
                "data": {"$ref": "#/$defs/url", "description": "the edition's file"}
              }
            },
            {"$ref": "#/$defs/judgement"}
          ]
        }
      }
    }
  }
}
}
)schema";

}  // namespace paperboy::outputs
