/* xmlpipe.h - a part of XML on its way from one archive into another, tag by tag.
 *
 * What is not changed goes on byte by byte: nothing is written anew. Tags are found as XML 1.0 has them,
 * comments, CDATA sections and processing instructions are passed over as text; whether they match is not
 * asked, so that VML, which Excel does not always write well-formed, passes too. A document type declaration
 * is refused, and UTF-16. What is put in is ASCII, with character references, so that it fits any other
 * encoding. A tag is never longer than LIMIT_ROW_BYTES. Faults are ST_UNREADABLE.
 */
#ifndef KP2S_XMLPIPE_H
#define KP2S_XMLPIPE_H

#include "archive.h"

enum tag_kind { TAG_START, TAG_EMPTY, TAG_END };

struct tag {
    enum tag_kind kind;
    struct str raw;    /* from < to > */
    struct str prefix; /* of its name, with the colon; or empty */
    struct str name;   /* without prefix */
    int depth;         /* of its element: the root's is 1 */
};

struct xmlpipe;

/* The part goes into the part of `into` that is under way; NULL: it is only read. All are borrowed. */
struct xmlpipe *xmlpipe_open(const struct zip *from, const struct zip_entry *entry, struct archive *into,
                             struct err *e);
/* The same of a text in memory; tags then point into it. */
struct xmlpipe *xmlpipe_text(struct str text, const char *file, struct archive *into);
void xmlpipe_close(struct xmlpipe *p); /* p may be NULL */

/* 1: a tag, valid until the next call; 0: the end; -1: e is filled. */
int xmlpipe_next(struct xmlpipe *p, struct tag *tag, struct err *e);
/* Text in front of the present tag, in its place (empty: nothing is left of it), or behind it. In front comes
 * first, and once a tag was put in place of it, behind is behind that. */
void xmlpipe_before(struct xmlpipe *p, struct str text);
void xmlpipe_instead(struct xmlpipe *p, struct str text);
void xmlpipe_behind(struct xmlpipe *p, struct str text);
/* From behind the present tag on nothing goes on, until it does again from the then present tag on. */
void xmlpipe_mute(struct xmlpipe *p, bool mute);

/* Fills e with what is wrong with the part. Returns false. */
bool xmlpipe_fault(const struct xmlpipe *p, const char *what, struct err *e);

/* True for a start or empty tag of that name. */
bool tag_begins(const struct tag *tag, const char *name);
bool tag_ends(const struct tag *tag, const char *name);
/* The value of an attribute, by its name without prefix, as it stands; false when there is none. */
bool tag_attribute(const struct tag *tag, const char *name, struct str *value);
/* As tag_attribute(); a whole number, or another one where there is none. */
long tag_number(const struct tag *tag, const char *name, long other);
/* The tag with the attribute set, added at its end if need be. Lives in the arena. */
struct str tag_with(const struct tag *tag, const char *name, struct str value, struct arena *a);
/* An empty tag as a start tag; a start tag as it is. Lives in the arena. */
struct str tag_opened(const struct tag *tag, struct arena *a);

/* s as content or attribute of XML: marks escaped, what XML cannot hold written _xHHHH_ as workbooks do, all
 * beyond ASCII a character reference. Lives in the arena. */
struct str xml_escape(struct arena *a, struct str s);

#endif
