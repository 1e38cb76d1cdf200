/* xml.h - the small XML parts of a workbook (relations, styles, shared strings), by expat.
 *
 * Names come without their namespace prefix. A document type declaration is refused, so there are no entities
 * to blow up. Faults are ST_UNREADABLE and name part and line.
 */
#ifndef KP2S_XML_H
#define KP2S_XML_H

#include "zip.h"

#include <expat.h>

struct skim;

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
/* True for the values 1 and true; NULL is false. */
bool xml_true(const char *value);
/* A name without its namespace prefix. */
const char *xml_local(const char *name);

/* Text of a cell with its _xHHHH_ escapes resolved (ECMA-376 part 1, 22.9.2.19). s itself when it has none.
 */
struct str xml_unescape(struct arena *a, struct str s);

/* UTF-8 of a code point: 1 to 4 bytes. */
size_t xml_utf8(unsigned long c, char *out);

/* A parser that refuses document types; the caller frees it. */
XML_Parser xml_parser(void);
/* How far a part was read; zero at first. */
struct xml_progress {
    uint64_t fed; /* bytes given to the parser */
    uint64_t at;  /* where the tag, text or comment begins that it saw last */
    bool ended;
};

/* Hands the parser the next bytes of the part, through skim unless that is NULL; p->ended at its end.
 * XML_STATUS_ERROR: e is filled by the part, or *fault is set, or the parser tells why. A tag, a comment or
 * the like is never longer than LIMIT_ROW_BYTES: the parser would hold it whole, and begin it again with each
 * buffer. */
enum XML_Status xml_step(XML_Parser parser, struct zip_part *part, struct skim *skim, struct xml_progress *p,
                         const char **fault, struct err *e);
/* Fills e from the parser's state. Returns false. */
bool xml_fault(XML_Parser parser, const char *file, struct str part, const char *fault, struct err *e);

#endif
