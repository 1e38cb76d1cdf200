/* xml.h - the small XML parts of a workbook (relations, styles, shared strings), by expat.
 *
 * Names come without their namespace prefix. A document type declaration is refused, so there are no entities
 * to blow up. Faults are ST_UNREADABLE and name part and line.
 */
#ifndef KP2S_XML_H
#define KP2S_XML_H

#include "zip.h"

#include <expat.h>

enum { XML_MAX_DEPTH = 200 };

struct xml {
    void *context;
    void (*start)(struct xml *x, const char *name, const char **attributes);
    void (*end)(struct xml *x, const char *name);
    void (*text)(struct xml *x, struct str text); /* NULL when text does not matter; comes in pieces */
    /* Set by a handler to stop with a fault; the text is static. */
    const char *fault;
    bool enough;  /* set by a handler that needs nothing of what follows */
    bool rowless; /* the rows of a worksheet are left out (see skim.h) */
    bool unsure;  /* what came without its rows is cut off: the part must be read with them */
    int depth;
    XML_Parser parser;
};

/* Reads a part, all of it unless a handler has enough. */
bool xml_read(const struct zip *z, const struct zip_entry *entry, struct xml *x, struct err *e);

/* The value of an attribute, by its name without prefix; NULL when there is none. */
const char *xml_attribute(const char **attributes, const char *name);
/* A name without its namespace prefix. */
const char *xml_local(const char *name);

/* Text of a cell with its _xHHHH_ escapes resolved (ECMA-376 part 1, 22.9.2.19). s itself when it has none.
 */
struct str xml_unescape(struct arena *a, struct str s);

/* UTF-8 of a code point: 1 to 4 bytes. */
size_t xml_utf8(unsigned long c, char *out);

/* A parser that refuses document types; the caller frees it. */
XML_Parser xml_parser(void);
/* Fills e from the parser's state. Returns false. */
bool xml_fault(XML_Parser parser, const char *file, struct str part, const char *fault, struct err *e);

#endif
