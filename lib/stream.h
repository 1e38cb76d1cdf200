/* stream.h - the record stream that flows between extract, transform and load (doc/streams.md is its
 * contract).
 *
 * Plain CSV. Every line begins with rec, src, sheet, row, cell. rec is one of
 *   rec  a header line: names the columns of the lines that follow; may come again before another source
 *   S    a source begins (sheet empty), or a table of it begins (sheet set); the rest are name=value pairs
 *   D    a data record, its fields as the header names them
 *   R    a remark on a record: severity, code, field, value, message (see reason.h)
 *   E    the source ended whole: pairs d= r= n= (counts of D, of rejected records, of other remarks) and crc=
 *
 * The reader proves the books: it fails with ST_REFUSED when a source ends without its E, when counts or
 * checksum differ, when fewer sources came than S promised (sources=), or when the order is wrong. Nobody may
 * act on a source before its E was returned.
 */
#ifndef KP2S_STREAM_H
#define KP2S_STREAM_H

#include "csv.h"
#include "err.h"
#include "out.h"
#include "str.h"

/* A header is made at least STREAM_WIDTH columns wide, so that the pairs of S and E and the fields of R
 * always fit. */
enum { STREAM_LEAD = 5, STREAM_MAX_PAIRS = 20, STREAM_WIDTH = 24 };

/* A name=value pair of an S or E record. */
struct pair {
    struct str name, value;
};

/* What an R record says of the record it remarks on. */
enum severity {
    SEV_REJECT, /* the record is rejected: it does not go on; counted in r= */
    SEV_ALSO,   /* a further fault of a record already rejected */
    SEV_REPAIR, /* a certain repair was made, the record goes on */
    SEV_NOTE,   /* a warning, the record goes on */
    SEV_COUNT
};
const char *severity_name(enum severity s); /* "reject", "also", "repair", "note" */
bool severity_of(struct str name, enum severity *s);

struct remark {
    enum severity severity;
    struct str code;    /* stable, listed in doc/reasons.md */
    struct str field;   /* the column it is about, may be empty */
    struct str value;   /* the offending text; personal fields masked */
    struct str message; /* a sentence a person understands */
};

/* --- reading --- */

struct stream_reader {
    struct csv *csv;
    struct csv_record csvrec;
    struct arena names; /* the present header */
    struct str *column;
    size_t columns;
    bool inside;   /* between S and E */
    long source;   /* ordinal of the present source, from 1 */
    long promised; /* sources= of its S: how many there must be in all; 0 when it does not say */
    long d, r, n;
    uint32_t crc;
    struct str file; /* of the present source, for messages; in source_text */
    struct arena source_text;
    long sources_done;
};

struct record {
    char rec; /* 'H' header changed, 'S', 'T' (an S that begins a table), 'D', 'R', 'E' */
    struct str sheet, row, cell;
    struct str
        *field; /* 'D': columns - STREAM_LEAD fields, in header order; 'H': the column names likewise */
    size_t n;
    struct pair pair[STREAM_MAX_PAIRS]; /* 'S', 'T', 'E' */
    size_t pairs;
    struct remark remark; /* 'R' */
    struct str raw;       /* the line as read */
};

/* path NULL or "-": standard input. */
bool stream_open(struct stream_reader *s, const char *path, struct err *e);
/* 1: a record, valid until the next call; 0: the stream ended in order; -1: e is filled. */
int stream_next(struct stream_reader *s, struct record *r, struct err *e);
void stream_close(struct stream_reader *s);
/* Index of a column in D fields, -1 when the present header has none of that name. */
int stream_column(const struct stream_reader *s, const char *name);
/* Value of a pair; the empty string when there is none. */
struct str record_pair(const struct record *r, const char *name);

/* --- writing --- */

struct stream_writer {
    struct out *out;
    size_t columns; /* of the present header, leading ones not counted */
    long source;
    char number[24]; /* of the present source, as text */
    size_t number_len;
    long d, r, n;
    long all_d, all_r, all_n; /* over all sources, for the summary line */
    /* Who is told of each remark as it is written; NULL: nobody. */
    void (*remarked)(void *context, struct str sheet, struct str row, struct str cell,
                     const struct remark *r);
    void *context;
};

void stream_writer_init(struct stream_writer *w, struct out *out);
/* The names that follow the five leading ones. Call before a source whenever the columns change. */
void stream_header(struct stream_writer *w, const struct str *names, size_t n);
/* A source begins. */
void stream_source(struct stream_writer *w, const struct pair *pairs, size_t n);
/* A table of the source begins. */
void stream_table(struct stream_writer *w, struct str sheet, const struct pair *pairs, size_t n);
void stream_data(struct stream_writer *w, struct str sheet, struct str row, struct str cell,
                 const struct str *fields, size_t n);
void stream_remark(struct stream_writer *w, struct str sheet, struct str row, struct str cell,
                   const struct remark *remark);
/* The source ended whole: counts and checksum are added to the pairs given. */
void stream_end(struct stream_writer *w, const struct pair *pairs, size_t n);

#endif
