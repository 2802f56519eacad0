#ifndef MARKUP_H
#define MARKUP_H

// A narrow door to libxml2. Its own headers cannot be imported into Swift beside Foundation: both
// bring declarations of ICU, and they differ.

// Parses a page or a feed; NULL where nothing could be made of it. Free with markup_free.
void *markup_parse_page(const char *bytes, int length, const char *encoding);
void *markup_parse_feed(const char *bytes, int length);
void markup_free(void *document);

void *markup_root(void *document);
void *markup_first_child(void *node);
void *markup_next(void *node);

// The name of an element or the content of a text; NULL where the node is not one. Not to be freed.
const char *markup_element_name(void *node);
const char *markup_text(void *node);

// The value of an attribute, or NULL. Free with markup_free_value.
char *markup_attribute(void *node, const char *name);
void markup_free_value(char *value);

#endif
