#include "mask.h"
#include "privacy.h"

#include <stdio.h>
#include <string.h>

const char *const field_names[FIELD_COUNT] = {
    [FIELD_PROVINCE] = "province",
    [FIELD_REGENCY] = "regency",
    [FIELD_DISTRICT] = "district",
    [FIELD_PUSKESMAS] = "puskesmas",
    [FIELD_VILLAGE] = "village",
    [FIELD_CODE] = "kemendagri_code",
    [FIELD_BPS_CODE] = "bps_code",
    [FIELD_INDICATOR] = "indicator",
    [FIELD_PERIOD] = "period",
    [FIELD_YEAR] = "year",
    [FIELD_SEX] = "sex",
    [FIELD_AGE_GROUP] = "age_group",
    [FIELD_NUMERATOR] = "numerator",
    [FIELD_DENOMINATOR] = "denominator",
    [FIELD_REPORTED] = "reported",
    [FIELD_NIK] = "nik",
    [FIELD_KK] = "kk",
    [FIELD_NAME] = "name",
    [FIELD_PARENT] = "parent",
    [FIELD_BIRTH_DATE] = "birth_date",
    [FIELD_MEASURED_ON] = "measured_on",
    [FIELD_AGE_TEXT] = "age_text",
    [FIELD_WEIGHT] = "weight",
    [FIELD_HEIGHT] = "height",
    [FIELD_POSITION] = "position",
    [FIELD_MUAC] = "muac",
    [FIELD_OEDEMA] = "oedema",
    [FIELD_WAZ] = "waz",
    [FIELD_HAZ] = "haz",
    [FIELD_WHZ] = "whz",
    [FIELD_WA_STATUS] = "wa_status",
    [FIELD_HA_STATUS] = "ha_status",
    [FIELD_WH_STATUS] = "wh_status",
    [FIELD_SUBJECT] = "subject",
    [FIELD_SERVICE] = "service",
    [FIELD_STATE] = "state",
    [FIELD_ITEM] = "item",
    [FIELD_ASSESSOR] = "assessor",
    [FIELD_ROLE] = "role",
    [FIELD_GRADE] = "grade",
    [FIELD_REMARK] = "remark",
    [FIELD_FIGURE] = "figure",
    [FIELD_DOCUMENT] = "document",
    [FIELD_SHA256] = "sha256",
    [FIELD_BYTES] = "bytes",
};

static enum field field_of(struct str name)
{
    enum field f = 0;
    while (f < FIELD_COUNT && !str_is(name, field_names[f]))
        f++;
    return f;
}

/* --- source, table, record --- */

static bool kind_has(enum kind kind, struct str column)
{
    for (const char *const *name = kind_found[kind]; *name; name++)
        if (str_is(column, *name))
            return true;
    return false;
}

static bool map_columns(struct source *s, const struct stream_reader *reader, struct err *e)
{
    static const enum field by_level[] = {0, FIELD_PROVINCE, FIELD_REGENCY, FIELD_DISTRICT, FIELD_VILLAGE};
    s->columns = reader->columns - STREAM_LEAD;
    s->column = arena_alloc(&s->text, s->columns * sizeof *s->column);
    for (size_t i = 0; i < s->columns; i++) {
        struct str name = reader->column[STREAM_LEAD + i];
        s->column[i] = name.len ? field_of(name) : FIELD_COUNT;
        if (name.len > 0 && !kind_has(s->kind, name)) {
            err_set(e, ST_REFUSED, "column '%.*s' does not belong to kind %s", STR_ARG(name),
                    kind_names[s->kind]);
            return err_place(e, "%s", csv_name(reader->csv));
        }
        if (s->column[i] < FIELD_COUNT)
            s->has[s->column[i]] = true;
    }
    for (int level = 1; level <= REGION_LEVELS; level++)
        if (s->has[by_level[level]])
            s->deepest = level;
    return true;
}

/* The year of the titles, else of the file's name; 0 when they name none. */
static int source_year(const struct stage *s)
{
    const struct source *source = &s->source;
    if (source->period_read && source->period.year != 0)
        return source->period.year;
    return source->file_period_read ? source->file_period.year : 0;
}

bool stage_source(struct stage *s, const struct stream_reader *reader, const struct record *r, struct err *e)
{
    struct source *source = &s->source;
    struct arena text = source->text;
    arena_reset(&text);
    *source = (struct source){.text = text, .kind = kind_of(record_pair(r, "kind"))};
    if (source->kind == KIND_COUNT) {
        err_set(e, ST_REFUSED,
                "kind '%.*s' of the source is none of coverage, measurement, service, assessment, evidence",
                STR_ARG(record_pair(r, "kind")));
        return err_place(e, "%s", csv_name(reader->csv));
    }
    struct str decimal = record_pair(r, "decimal");
    source->mark = decimal.len == 1 ? *decimal.ptr : 0;
    source->epoch1904 = str_is(record_pair(r, "epoch"), "1904");
    source->declared = declared_read(&source->text, record_pair(r, "states"), source->mark);
    source->province = arena_dup(&source->text, str_trim(record_pair(r, "province_text")));
    source->regency = arena_dup(&source->text, str_trim(record_pair(r, "regency_text")));
    source->assessor =
        privacy_digits(&source->text, arena_dup(&source->text, str_trim(record_pair(r, "assessor_text"))));
    source->role =
        privacy_digits(&source->text, arena_dup(&source->text, str_trim(record_pair(r, "role_text"))));
    source->period_text = arena_dup(&source->text, str_trim(record_pair(r, "period_text")));
    source->period_read = period_read(source->period_text, &source->period);
    source->file_period_text = arena_dup(&source->text, str_trim(record_pair(r, "period_file_text")));
    source->file_period_read = period_read(source->file_period_text, &source->file_period);
    if (source->period_read && source->file_period_read)
        period_complete(&source->period, source->file_period.year);
    memset(s->row.field, 0, sizeof s->row.field);
    seen_clear(&s->seen);
    bearers_clear(&s->bearers);
    s->place = (struct place){.text = s->place.text,
                              .period_text = source->period_text,
                              .period = source->period,
                              .period_read = source->period_read,
                              .year = source_year(s)};
    s->last_period.len = 0;
    s->last_region.region = REGION_NONE;
    return map_columns(source, reader, e);
}

void stage_table(struct stage *s, const struct record *r)
{
    struct place *p = &s->place;
    struct arena text = p->text;
    arena_reset(&text);
    *p = (struct place){.text = text, .ordinal = p->ordinal + 1};
    p->sheet = arena_dup(&p->text, r->sheet);
    p->shown = mask_numbers(&p->text, p->sheet);
    struct str fields = arena_dup(&p->text, record_pair(r, "fields"));
    while (fields.len > 0) {
        struct str letter = str_cut(&fields, ' '), name = str_cut(&letter, ':');
        enum field f = field_of(name);
        if (f < FIELD_COUNT)
            p->letter[f] = letter;
    }
    p->period_text = arena_dup(&p->text, str_trim(record_pair(r, "period_text")));
    if (p->period_text.len == 0) {
        p->period_text = s->source.period_text;
        p->period = s->source.period;
        p->period_read = s->source.period_read;
        p->year = source_year(s);
    } else {
        p->period_read = period_read(p->period_text, &p->period);
        if (p->period_read)
            period_complete(&p->period, source_year(s));
        p->year = p->period_read ? p->period.year : 0;
    }
    s->last_period.len = 0;
}

void stage_record(struct stage *s, const struct record *r)
{
    arena_reset(&s->scratch);
    s->findings = 0;
    s->rejected = false;
    s->row.sheet = r->sheet;
    s->row.number = r->row;
    s->row.cell = r->cell;
    for (size_t i = 0; i < s->source.columns; i++)
        if (s->source.column[i] < FIELD_COUNT)
            s->row.field[s->source.column[i]] = str_trim(r->field[i]);
    if (!s->place.period_told)
        stage_period_notes(s);
}

void stage_done(struct stage *s)
{
    regions_close(s->regions);
    catalogue_close(&s->catalogue);
    zscore_close(s->growth);
    identity_close(s->identity);
    identity_close(s->former);
    regwords_close(s->regwords);
    seen_done(&s->seen);
    bearers_done(&s->bearers);
    arena_done(&s->scratch);
    arena_done(&s->source.text);
    arena_done(&s->place.text);
}

/* --- findings --- */

static void add(struct stage *s, struct finding f)
{
    if (f.severity == SEV_REJECT)
        s->rejected = true;
    if (s->findings == MAX_FINDINGS)
        BUG("more findings on a record than there are checks");
    s->finding[s->findings++] = f;
}

void stage_remark_on(struct stage *s, enum reason reason, enum field field, struct str value,
                     struct str detail)
{
    add(s, (struct finding){reason, reasons[reason].severity, field, value, detail});
}

void stage_remark_as(struct stage *s, enum reason reason, enum severity severity, enum field field,
                     struct str detail)
{
    add(s, (struct finding){reason, severity, field, s->row.field[field], detail});
}

void stage_remark(struct stage *s, enum reason reason, enum field field, struct str detail)
{
    stage_remark_as(s, reason, reasons[reason].severity, field, detail);
}

struct str stage_sheet(struct stage *s, struct str sheet)
{
    return str_eq(sheet, s->place.sheet) ? s->place.shown : mask_numbers(&s->scratch, sheet);
}

struct str stage_cell(struct stage *s, enum field field)
{
    struct str rest = s->row.cell;
    for (const char *const *name = kind_values[s->source.kind]; *name; name++) {
        struct str address = str_cut(&rest, ' ');
        if (strcmp(*name, field_names[field]) == 0)
            return str_is(address, "-") ? STR("") : address;
    }
    struct str letter = s->place.letter[field];
    if (letter.len == 0 || !str_eq(s->place.sheet, s->row.sheet))
        return STR("");
    char *address = arena_alloc(&s->scratch, letter.len + s->row.number.len);
    str_copy(str_copy(address, letter), s->row.number);
    return (struct str){address, letter.len + s->row.number.len};
}

static void write_finding(struct stage *s, struct stream_writer *w, const struct finding *f,
                          enum severity severity, bool doubtful)
{
    struct finding shown = privacy_finding(s, f, doubtful);
    struct remark remark =
        reason_remark(&s->scratch, f->reason, str_c(field_names[f->field]), shown.value, shown.detail);
    remark.severity = severity;
    stream_remark(w, stage_sheet(s, s->row.sheet), s->row.number, stage_cell(s, f->field), &remark);
}

void stage_write_findings(struct stage *s, struct stream_writer *w)
{
    size_t first = s->findings;
    if (first == 0)
        return;
    bool doubtful = privacy_doubtful(s);
    for (size_t i = 0; i < s->findings && s->rejected && first == s->findings; i++)
        if (s->finding[i].severity == SEV_REJECT)
            first = i;
    if (s->rejected)
        write_finding(s, w, &s->finding[first], SEV_REJECT, doubtful);
    for (size_t i = 0; i < s->findings; i++)
        if (i != first)
            write_finding(s, w, &s->finding[i], s->rejected ? SEV_ALSO : s->finding[i].severity, doubtful);
}

/* Where the record stands, for a later one like it: its cell, else its row. */
static void put_place(struct stage *s, enum field field, struct seen_entry *record)
{
    struct str cell = stage_cell(s, field), number = cell.len > 0 ? cell : s->row.number;
    unsigned column = 0;
    long row = 0;
    for (; number.len > 0 && number.ptr[0] >= 'A' && number.ptr[0] <= 'Z' && column < 2048;
         number.ptr++, number.len--)
        column = column * 26 + (unsigned)(number.ptr[0] - 'A' + 1);
    if (!str_to_long(number, &row) || column > UINT16_MAX)
        column = 0;
    record->column = (uint16_t)column;
    record->row = row < UINT32_MAX ? (uint32_t)row : UINT32_MAX;
    record->sheet = s->place.ordinal < UINT16_MAX ? (uint16_t)s->place.ordinal : UINT16_MAX;
}

static struct str place_text(struct stage *s, const struct seen_entry *record)
{
    char letters[8];
    size_t first = sizeof letters;
    for (unsigned n = record->column; n > 0; n = (n - 1) / 26)
        letters[--first] = (char)('A' + (n - 1) % 26);
    return arena_printf(&s->scratch, "%s %.*s%lu", record->column ? "sel" : "baris",
                        (int)(sizeof letters - first), letters + first, (unsigned long)record->row);
}

void stage_unique(struct stage *s, struct hash key, enum field field, const struct str *out, size_t n)
{
    struct hash values;
    hash_begin(&values);
    for (size_t i = 0; i < n; i++)
        hash_add(&values, out[i]);
    struct seen_entry record = seen_key(&key);
    record.values = (uint32_t)values.a;
    put_place(s, field, &record);
    const struct seen_entry *first = seen_first(&s->seen, &record);
    if (!first)
        return;
    stage_remark(s, first->values == record.values ? REASON_duplicate_row : REASON_duplicate_conflict, field,
                 arena_printf(&s->scratch, "yang pertama di %.*s%s", STR_ARG(place_text(s, first)),
                              first->sheet == record.sheet ? "" : " pada lembar sebelumnya"));
}
