/* stage.h - what the parts of kp2s-transform share: the present source, the record at hand and what was found
 * on it.
 *
 * Each kind has one function that reads the record at hand and fills the fields as meant. It calls
 * stage_reject() or stage_remark() for what it finds and looks at everything, so that an agency gets all
 * faults of a row at once; a record with one rejection is rejected.
 */
#ifndef KP2S_STAGE_H
#define KP2S_STAGE_H

#include "bearer.h"
#include "catalogue.h"
#include "date.h"
#include "declared.h"
#include "identity.h"
#include "period.h"
#include "regions.h"
#include "regname.h"
#include "regwords.h"
#include "seen.h"
#include "zscore.h"

#include "kind.h"
#include "out.h"
#include "reason.h"
#include "stream.h"

/* Columns as found, of all kinds. */
enum field {
    FIELD_PROVINCE,
    FIELD_REGENCY,
    FIELD_DISTRICT,
    FIELD_PUSKESMAS,
    FIELD_VILLAGE,
    FIELD_CODE,
    FIELD_BPS_CODE,
    FIELD_INDICATOR,
    FIELD_PERIOD,
    FIELD_YEAR,
    FIELD_SEX,
    FIELD_AGE_GROUP,
    FIELD_NUMERATOR,
    FIELD_DENOMINATOR,
    FIELD_REPORTED,
    FIELD_NIK,
    FIELD_KK,
    FIELD_NAME,
    FIELD_PARENT,
    FIELD_BIRTH_DATE,
    FIELD_MEASURED_ON,
    FIELD_AGE_TEXT,
    FIELD_WEIGHT,
    FIELD_HEIGHT,
    FIELD_POSITION,
    FIELD_MUAC,
    FIELD_OEDEMA,
    FIELD_WAZ,
    FIELD_HAZ,
    FIELD_WHZ,
    FIELD_WA_STATUS,
    FIELD_HA_STATUS,
    FIELD_WH_STATUS,
    FIELD_SUBJECT,
    FIELD_SERVICE,
    FIELD_STATE,
    FIELD_ITEM,
    FIELD_ASSESSOR,
    FIELD_ROLE,
    FIELD_GRADE,
    FIELD_REMARK,
    FIELD_FIGURE,
    FIELD_DOCUMENT,
    FIELD_SHA256,
    FIELD_BYTES,
    FIELD_COUNT
};
extern const char *const field_names[FIELD_COUNT];

/* value and detail as found: privacy.h says what of them is shown. */
struct finding {
    enum reason reason;
    enum severity severity;
    enum field field;
    struct str value, detail;
};

enum { REGION_FIELDS = REGION_LEVELS + 3 }; /* names, two codes, the puskesmas */
enum { MAX_FINDINGS = 48, MAX_MEANT = 32 };

/* What is common to the records of a source; for its E. */
struct common {
    long records;
    uint32_t region; /* of the last record */
    uint32_t district, regency, province;
    struct str part[2];                            /* see stage_part(), folded */
    bool districts, regencies, provinces, periods; /* more than one */
    bool outside;                                  /* a period that the titles' contradicts */
    struct period period;                          /* of the first record */
    struct period latest;
};

struct source {
    struct arena text;
    enum kind kind;
    char mark;                                    /* decimal mark of figures typed as text; 0 undeclared */
    bool epoch1904;                               /* serials of dates count from 1904 */
    struct declarations declared;                 /* texts that stand for missing, zero, not applicable */
    struct str province, regency, assessor, role; /* from titles, may be empty */
    size_t columns;
    enum field *column;     /* the field of each column; FIELD_COUNT for padding */
    bool has[FIELD_COUNT];  /* the form has such a column */
    int deepest;            /* level of the deepest region column with names; 0 none */
    struct str period_text; /* what titles of the source say */
    struct period period;
    bool period_read;
    struct str file_period_text; /* what the file's name says beside that */
    struct period file_period;
    bool file_period_read;
    struct common common;
};

/* The table of the source to which records belong. */
struct place {
    struct arena text;
    struct str sheet;
    uint32_t ordinal;
    struct str letter[FIELD_COUNT]; /* column of a field that stands in one, else empty */
    struct str shown;               /* sheet, without long numbers */
    struct str period_text;         /* of its title, or of the source */
    struct period period;
    bool period_read;
    int year;         /* of periods that name none; 0 none */
    bool period_told; /* notes on its period were made, with its first record */
};

struct row {
    struct str sheet, number, cell;
    struct str field[FIELD_COUNT]; /* trimmed; empty where the form has no such column */
};

struct stage {
    struct regions *regions;
    struct catalogue catalogue;
    struct zscore *growth;     /* NULL until a source of measurements comes */
    struct identity *identity; /* NULL until a source with persons comes */
    struct identity
        *former; /* the key that is to be replaced, and where pairs of tokens go; NULL when none is */
    struct out *pairs;
    struct regwords *regwords; /* NULL until a source with persons comes */
    struct bearers bearers;
    struct nik kk;     /* of the record at hand, as stage_person() took it */
    uint32_t province; /* --province, or none */
    struct source source;
    struct place place;
    struct row row;
    struct arena scratch; /* reset with each record */
    struct finding finding[MAX_FINDINGS];
    size_t findings;
    bool rejected;
    struct seen seen;
    char known_puskesmas[64]; /* the one seen last whose words are a region's */
    size_t known_puskesmas_length;
    struct { /* the period text read last */
        char text[64];
        size_t len;
        bool read;
        struct period period;
    } last_period;
    struct { /* what the row before said of its region, and the region when it was found */
        uint32_t region;
        struct str text[REGION_FIELDS]; /* in buffer */
        char buffer[256];
    } last_region;
};

/* --- a source, a table, a record begins --- */

/* Refuses columns that the kind does not have. */
bool stage_source(struct stage *s, const struct stream_reader *reader, const struct record *r, struct err *e);
void stage_table(struct stage *s, const struct record *r);
void stage_record(struct stage *s, const struct record *r);
void stage_done(struct stage *s);

/* --- findings --- */

/* Adds a finding on a field of the record at hand; detail (may be empty) lives in the scratch arena or is
 * constant. */
void stage_remark(struct stage *s, enum reason reason, enum field field, struct str detail);
void stage_remark_as(struct stage *s, enum reason reason, enum severity severity, enum field field,
                     struct str detail);
/* As stage_remark, for a text that did not come from the record ("Tahun 20x4" of a title). */
void stage_remark_on(struct stage *s, enum reason reason, enum field field, struct str value,
                     struct str detail);
/* The name of a sheet as it is shown. */
struct str stage_sheet(struct stage *s, struct str sheet);
/* Address of the field's cell, empty when it has none. In the scratch arena. */
struct str stage_cell(struct stage *s, enum field field);
/* Writes what was found; the first rejection as such, further ones and notes of a rejected record as "also".
 */
void stage_write_findings(struct stage *s, struct stream_writer *w);
/* Rejects the record when one with this key came before in the source; out: the fields as meant, without the
 * key. */
void stage_unique(struct stage *s, struct hash key, enum field field, const struct str *out, size_t n);

/* --- what several kinds need --- */

static inline bool stage_has(const struct stage *s, enum field field)
{
    return s->source.has[field];
}
/* The text, but empty for a dash. */
struct str stage_given(struct str text);
/* The region the record is of; REGION_NONE when it was rejected. */
uint32_t stage_region(struct stage *s);
/* Its period: own columns, else table's title, else source's; a year from where the period names none. False
 * when it was rejected. */
bool stage_period(struct stage *s, struct period *p);
/* Notes on what the title of the table says of its period, for the table's first record. */
void stage_period_notes(struct stage *s);
/* The date of a field. Tells of one that was a serial, counted as the workbook counts, and of what is none.
 */
enum date_state stage_date(struct stage *s, enum field field, struct date *d);
/* 'L', 'P' or 0 for a text that says neither. */
char stage_sex(struct str text);
/* "Y", "T", "TS", or empty for a text that says none of them. */
struct str service_state(struct str text);
/* The person of the record and the notes on its NIK. birth may be NULL, region REGION_NONE. False when it was
 * rejected. */
bool stage_person(struct stage *s, const struct date *birth, char sex, uint32_t region,
                  char token[TOKEN_SIZE]);
/* The token of the record's household, after stage_person(); empty when it names no valid family card, which
 * is noted. */
struct str stage_household(struct stage *s);
/* The record's puskesmas without "UPTD Puskesmas" and the like before its name, in capitals, so that one that
 * two forms spell differently is one; empty when there is none. */
struct str stage_puskesmas(struct stage *s);
/* A line of the pairs file. */
void stage_pair(struct stage *s, const char *former, const char *present);
/* A text longer than that many bytes is rejected. */
void stage_text_limit(struct stage *s, enum field field, size_t bytes);

/* Counts an accepted record for the E of its source. */
void stage_accept(struct stage *s, uint32_t region, const struct period *p);
/* The deepest region from kecamatan up that all records lie in; "-" for several provinces. Agencies send a
 * form kecamatan by kecamatan as well as for the whole kabupaten: files of two kecamatan must not be one
 * slot. */
struct str stage_scope(struct stage *s);
/* What the file is a part of its scope by: the assessor, the puskesmas, else the service or the sex and age
 * group that all records share; else empty. */
struct str stage_part(struct stage *s);
struct str stage_source_period(struct stage *s);

/* --- the kinds: each fills out[], in the order of kind_meant, unless it rejects --- */

void coverage_record(struct stage *s, struct str *out);
void measurement_record(struct stage *s, struct str *out);
void service_record(struct stage *s, struct str *out);
void assessment_record(struct stage *s, struct str *out);
void evidence_record(struct stage *s, struct str *out);

#endif
