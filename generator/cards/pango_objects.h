#pragma once

#include <pango/pangocairo.h>

#include <memory>

// Owners of what Pango and Cairo hand out.
namespace paperboy::cards {

template <typename T, void (*release)(T*)>
struct Release {
  void operator()(T* object) const { release(object); }
};
template <typename T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};

using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_t, cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Release<cairo_t, cairo_destroy>>;
using FontOptions =
    std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_t, cairo_font_options_destroy>>;
using FontDescription =
    std::unique_ptr<PangoFontDescription, Release<PangoFontDescription, pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Release<PangoAttrList, pango_attr_list_unref>>;
using LayoutIterator = std::unique_ptr<PangoLayoutIter, Release<PangoLayoutIter, pango_layout_iter_free>>;
using FontMap = std::unique_ptr<PangoFontMap, Unref<PangoFontMap>>;
using Context = std::unique_ptr<PangoContext, Unref<PangoContext>>;
using Layout = std::unique_ptr<PangoLayout, Unref<PangoLayout>>;

}  // namespace paperboy::cards
