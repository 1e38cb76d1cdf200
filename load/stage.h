/* stage.h - a source of the stream on its way to the server: its records in pg_temp.stage, what S, its tables
 * and E say here. Nothing of it counts before E was read.
 */
#ifndef KP2S_STAGE_H
#define KP2S_STAGE_H

#include "kind.h"
#include "pg.h"
#include "stream.h"

enum { STAGE_MAX_COLUMNS = 32, STAGE_MAX_TABLES = 1000 };

struct source_table {
    struct str sheet, fields;
};

struct source {
    struct arena arena; /* owns the text below */
    enum kind kind;
    struct str file, sha256, bytes, form, form_version, agency, system; /* of S */
    struct str scope, period, part;                                     /* of E */
    bool sealed;                                                        /* false: crc=- */
    long d, r, n;     /* data records, rejected records, other remarks */
    uint32_t content; /* CRC-32 over tables, records and remarks, the ordinal of the source left out */
    struct source_table *table;
    size_t tables, room;
};

struct stage {
    struct pg *pg;
    struct source source;
    struct pg_copy copy;
    bool copying;
    int column[STAGE_MAX_COLUMNS]; /* of the stream's D fields, in the order of kind_meant[kind] */
    size_t columns;
    long remarks;
};

/* A source begins (r is its S): checks it and the header, makes pg_temp.stage anew, begins the COPY. */
bool stage_begin(struct stage *s, struct pg *pg, const struct stream_reader *reader, const struct record *r,
                 struct err *e);
/* A record of the source: 'T', 'D' or 'R'. */
bool stage_record(struct stage *s, const struct record *r, struct err *e);
/* Its E: ends the COPY; s->source is whole. */
bool stage_end(struct stage *s, const struct stream_reader *reader, const struct record *r, struct err *e);
/* Gives up what was begun, if anything, and frees the source's text. */
void stage_done(struct stage *s);

#endif
