#include "markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

void *markup_parse_page(const char *bytes, int length, const char *encoding) {
  return htmlReadMemory(
    bytes, length, NULL, encoding,
    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
}

void *markup_parse_feed(const char *bytes, int length) {
  return xmlReadMemory(
    bytes, length, NULL, NULL,
    XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET
      | XML_PARSE_NOCDATA);
}

void markup_free(void *document) { xmlFreeDoc(document); }

void *markup_root(void *document) { return xmlDocGetRootElement(document); }

void *markup_first_child(void *node) {
  xmlNodePtr here = node;
  return here->type == XML_ELEMENT_NODE ? here->children : NULL;
}

void *markup_next(void *node) { return ((xmlNodePtr)node)->next; }

const char *markup_element_name(void *node) {
  xmlNodePtr here = node;
  return here->type == XML_ELEMENT_NODE ? (const char *)here->name : NULL;
}

const char *markup_text(void *node) {
  xmlNodePtr here = node;
  int isText = here->type == XML_TEXT_NODE || here->type == XML_CDATA_SECTION_NODE;
  return isText ? (const char *)here->content : NULL;
}

char *markup_attribute(void *node, const char *name) {
  xmlNodePtr here = node;
  return here->type == XML_ELEMENT_NODE ? (char *)xmlGetProp(here, (const xmlChar *)name) : NULL;
}

void markup_free_value(char *value) { xmlFree(value); }
