/* stage.h - a source of the stream on its way to the server: its records as rows of the fact, their keys
 * looked up here, in pg_temp.fresh or where facts are made at once, the first of them held in memory until
 * that is settled; its remarks in pg_temp.remark; what S, its tables and E say in struct source. Nothing of
 * it counts before E was read.
 */
#ifndef KP2S_STAGE_H
#define KP2S_STAGE_H

#include "erased.h"
#include "keys.h"
#include "kind.h"
#include "pgcopy.h"
#include "stream.h"

enum { STAGE_MAX_COLUMNS = 32, STAGE_MAX_TABLES = 1000 };

struct source_table {
    struct str sheet, fields;
};

/* What the records of a source are about. */
struct reach {
    long *regency; /* keys of their kabupaten/kota, each once */
    size_t regencies, room;
    struct str first_region, last_region; /* codes, the least and the greatest as text */
    char first_day[12], last_day[12];     /* measured_on, of measurements alone */
    long first_period, last_period;       /* keys */
};

struct source {
    struct arena arena; /* owns the text below */
    enum kind kind;
    struct str file, sha256, bytes, form, form_version, agency, system; /* of S */
    struct str scope, period, part;                                     /* of E */
    struct str key;      /* of the tokens of its records; empty when there are none */
    char submission[24]; /* the number under which its rows are in a table of facts already; empty: in
                            pg_temp.fresh */
    bool sealed;         /* false: crc=- */
    struct reach reach;
    long agency_key;
    long remarks; /* rows of pg_temp.remark */
    long d, r, n; /* data records that are loaded, rejected records, other remarks */
    struct erased erased;
    uint32_t content; /* CRC-32 over tables, records and remarks, the ordinal of the source left out */
    struct source_table *table;
    size_t tables, room;
};

/* A table of facts of a kind that takes rows at once, in the transaction that is under way. */
struct stage_into {
    enum kind kind;
    char table[64]; /* empty: none */
    bool frozen;    /* it was made in the subtransaction under way, so that its rows need never be looked at
                       again    for whether they count (COPY's FREEZE) */
};

struct stage {
    struct pg *pg;
    struct source source;
    const char *into; /* the table its rows go to */
    bool frozen;      /* as in stage_into */
    struct keys keys;
    struct pg_copy copy; /* of rows, while copying; held as long as it is open where they go */
    bool copying;
    int column[STAGE_MAX_COLUMNS]; /* of the stream's D fields, in the order of kind_meant[kind] */
    bool token[STAGE_MAX_COLUMNS]; /* which of them hold a token, or its key */
    struct {
        int region, period, item, key, person;
    } at;                   /* places among them; -1 where the kind has none */
    size_t columns, fields; /* of a record; of a row */
    long remarks;
    struct arena held_text; /* of remarks that are not yet sent, for only one COPY goes at a time */
    struct held_remark *held;
    size_t held_n;
};

/* A source begins (r is its S): checks it and the header, makes the temporary tables anew. Its rows go to the
 * table of `into` if that is of its kind, else they are held until stage_place() or the source's end; into is
 * borrowed until the source ends. */
bool stage_begin(struct stage *s, struct pg *pg, const struct stream_reader *reader, const struct record *r,
                 const struct stage_into *into, struct err *e);
/* A record of the source: 'T', 'D' or 'R'. */
bool stage_record(struct stage *s, const struct record *r, struct err *e);
/* How many rows are held; 0 when it is settled where they go. */
long stage_held(const struct stage *s);
/* Settles it: the table of `into` if that is of the source's kind, else pg_temp.fresh. */
bool stage_place(struct stage *s, const struct stage_into *into, struct err *e);
/* Its E: sends the rest; s->source is whole. */
bool stage_end(struct stage *s, const struct stream_reader *reader, const struct record *r, struct err *e);
/* Gives up what was begun, if anything, and frees the source's text. */
void stage_done(struct stage *s);
/* Frees what a source that was taken from its stage owns. */
void source_done(struct source *s);

#endif
