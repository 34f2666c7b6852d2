#pragma once

namespace paperboy::templates {

// What is escaped when a value is printed: chosen by the template's file name
// (.html, .xml → Html, .json → Json, anything else → Text).
enum class OutputKind { Html, Json, Text };

}  // namespace paperboy::templates
