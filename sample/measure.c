/* The e-PPGBM by-name export of one kabupaten/kota, measured in August: its faults, and the file. */
#include "day.h"
#include "export.h"

#include <stdio.h>

/* clang-format off */
/* In the order in which put_faulty() tells them apart. */
enum fault {
    FAULT_NONE,
    FAULT_NIK_MISSING, FAULT_NIK_DAMAGED, FAULT_NIK_SHORT, FAULT_NIK_DUMMY, FAULT_NIK_TEMPORARY, FAULT_NIK_MISMATCH,
    FAULT_NOBODY, FAULT_VILLAGE, FAULT_VILLAGE_EMPTY, FAULT_SEX, FAULT_BORN, FAULT_BORN_YEAR, FAULT_BORN_SERIAL, FAULT_BEFORE_BIRTH,
    FAULT_NO_DATE,
    FAULT_OLD,
    FAULT_HEIGHT_TIME, FAULT_SENTINEL, FAULT_GRAMS, FAULT_METRES,
    FAULT_NO_MEASURE, FAULT_WORD, FAULT_NEGATIVE, FAULT_HEAVY,
    FAULT_IMPLAUSIBLE,
    FAULT_Z, FAULT_STATUS,
    FAULT_TWICE, FAULT_CONTRADICTED,
    FAULTS = FAULT_CONTRADICTED,
};
/* clang-format on */

/* The NIK cell, the record goes on with a note. */
static void put_bad_nik(struct export *x, const struct child *c, enum fault fault)
{
    char text[40] = "-";
    enum reason reason = REASON_nik_missing;
    switch (fault) {
    case FAULT_NIK_DAMAGED:
        snprintf(text, sizeof text, "%c.%.5sE+15", c->nik[0], c->nik + 1);
        reason = REASON_nik_damaged;
        break;
    case FAULT_NIK_SHORT:
        snprintf(text, sizeof text, "%.15s", c->nik);
        reason = REASON_nik_invalid;
        break;
    case FAULT_NIK_DUMMY:
        snprintf(text, sizeof text, "9999999999999999");
        reason = REASON_nik_dummy;
        break;
    case FAULT_NIK_TEMPORARY: /* the mother's, and one digit */
        spell_nik(c->village->code, c->born - 9125, true, ++x->s->serial, text);
        text[16] = '1';
        text[17] = '\0';
        reason = REASON_nik_temporary;
        break;
    case FAULT_NIK_MISMATCH:
        spell_nik(c->village->code, c->born - 400, c->girl, ++x->s->serial, text);
        reason = REASON_nik_mismatch;
        break;
    default:
        break;
    }
    export_put(x, COL_NIK, text);
    export_remark(x, COL_NIK, reason);
    export_accept(x, c, NULL);
}

/* Neither NIK nor name: nobody can tell whose measurement it is. */
static void put_nobody(struct export *x)
{
    char cell[16];
    export_put(x, COL_NIK, "-");
    export_put(x, COL_NAME, "-");
    export_remark(x, COL_NIK, REASON_identity_missing);
    truth_also(&x->s->truth, &x->where, book_address(COL_NIK, x->where.row, cell), REASON_nik_missing);
}

/* Region, sex and dates: the record is rejected, but for an Excel serial. */
static void put_bad_fact(struct export *x, const struct child *c, enum fault fault)
{
    char text[SPELL_LENGTH], name[SPELL_LENGTH];
    struct date d = day_date(c->born);
    switch (fault) {
    case FAULT_VILLAGE:
        export_put(x, COL_VILLAGE, spell_upper(spell_slip(c->village->name, name), text));
        export_remark(x, COL_VILLAGE, REASON_region_unknown);
        break;
    case FAULT_VILLAGE_EMPTY:
        export_put(x, COL_VILLAGE, "");
        export_remark(x, COL_VILLAGE, REASON_region_missing);
        break;
    case FAULT_SEX:
        export_put(x, COL_SEX, "X");
        export_remark(x, COL_SEX, REASON_sex_invalid);
        break;
    case FAULT_BORN:
        snprintf(text, sizeof text, "31/02/%d", d.year);
        export_put(x, COL_BORN, text);
        export_remark(x, COL_BORN, REASON_date_invalid);
        break;
    case FAULT_BORN_YEAR:
        snprintf(text, sizeof text, "%02d/%02d/%02d", d.day, d.month, d.year % 100);
        export_put(x, COL_BORN, text);
        export_remark(x, COL_BORN, REASON_date_invalid);
        break;
    case FAULT_BORN_SERIAL:
        snprintf(text, sizeof text, "%d", day_serial(c->born));
        export_put(x, COL_BORN, text);
        export_remark(x, COL_BORN, REASON_repair_serial);
        export_accept(x, c, NULL);
        break;
    case FAULT_BEFORE_BIRTH:
        export_put_day(x, COL_MEASURED, c->born - 30);
        export_remark(x, COL_MEASURED, REASON_date_order);
        break;
    default: /* FAULT_NO_DATE */
        export_put(x, COL_MEASURED, "-");
        export_remark(x, COL_MEASURED, REASON_date_missing);
        break;
    }
}

/* Weight or height typed so that it can be repaired, or must be read as missing: the record goes on. */
static void put_mended_measure(struct export *x, struct child *c, enum fault fault)
{
    char text[32];
    switch (fault) {
    case FAULT_HEIGHT_TIME:
        snprintf(text, sizeof text, "%d.%02d.00", c->height / 10, c->height % 10);
        export_put(x, COL_HEIGHT, text);
        export_remark(x, COL_HEIGHT, REASON_repair_time);
        break;
    case FAULT_GRAMS:
        snprintf(text, sizeof text, "%d", c->weight * 100);
        export_put(x, COL_WEIGHT, text);
        export_remark(x, COL_WEIGHT, REASON_repair_unit);
        break;
    case FAULT_METRES:
        snprintf(text, sizeof text, "%d.%03d", c->height / 1000, c->height % 1000);
        export_put(x, COL_HEIGHT, text);
        export_remark(x, COL_HEIGHT, REASON_repair_unit);
        break;
    default: /* FAULT_SENTINEL */
        export_put(x, COL_HEIGHT, "8888");
        export_put(x, COL_HA, "-");
        export_put(x, COL_HAZ, "-");
        c->has_height = false;
        export_remark(x, COL_HEIGHT, REASON_sentinel);
        break;
    }
    export_accept(x, c, NULL);
}

/* Weight or height that nobody can use: the record is rejected. */
static void put_bad_measure(struct export *x, const struct child *c, enum fault fault)
{
    char text[32] = "-";
    int column = COL_WEIGHT;
    enum reason reason = REASON_measure_missing;
    export_put(x, COL_HA, "-");
    export_put(x, COL_HAZ, "-");
    if (fault == FAULT_WORD) {
        column = COL_HEIGHT;
        snprintf(text, sizeof text, "tidak diukur");
        reason = REASON_number_invalid;
    } else if (fault == FAULT_NEGATIVE) {
        snprintf(text, sizeof text, "-%d", c->weight / 10);
        reason = REASON_number_negative;
    } else if (fault == FAULT_HEAVY) {
        snprintf(text, sizeof text, "75");
        reason = REASON_number_range;
    } else {
        export_put(x, COL_HEIGHT, "-");
    }
    export_put(x, column, text);
    export_remark(x, column, reason);
}

/* What the file says of the child's z-score is not what follows from the figures: a note. */
static void put_wrong_report(struct export *x, const struct child *c, enum fault fault)
{
    char text[32];
    long haz = 0;
    if (!child_haz(x->s, c, &haz))
        BUG("a child without a z-score");
    if (fault == FAULT_STATUS) {
        export_put(x, COL_HA, haz < -200 ? "Normal" : "Pendek");
        export_remark(x, COL_HA, REASON_status_disagrees);
        export_accept(x, c, NULL);
        return;
    }
    export_put(x, COL_HAZ, export_hundredths(haz + 50, text));
    export_remark(x, COL_HAZ, REASON_z_disagrees);
    export_accept(x, c, text);
}

static void put_faulty(struct export *x, struct child *c, enum fault fault)
{
    if (fault == FAULT_NONE || fault == FAULT_TWICE || fault == FAULT_CONTRADICTED)
        export_accept(x, c, NULL);
    else if (fault <= FAULT_NIK_MISMATCH)
        put_bad_nik(x, c, fault);
    else if (fault == FAULT_NOBODY)
        put_nobody(x);
    else if (fault <= FAULT_NO_DATE)
        put_bad_fact(x, c, fault);
    else if (fault == FAULT_OLD)
        export_remark(x, COL_MEASURED, REASON_age_over);
    else if (fault <= FAULT_METRES)
        put_mended_measure(x, c, fault);
    else if (fault <= FAULT_HEAVY)
        put_bad_measure(x, c, fault);
    else if (fault == FAULT_IMPLAUSIBLE) {
        export_remark(x, COL_HEIGHT, REASON_z_implausible);
        export_accept(x, c, NULL);
    } else
        put_wrong_report(x, c, fault);
}

static void write_row(struct export *x)
{
    book_row(x->book, x->where.row, &x->line);
    line_clear(&x->line);
    x->where.row++;
}

static void write_child(struct export *x, const struct village *v)
{
    enum fault fault = (enum fault)sample_fault(&x->rng, x->s, FAULTS);
    struct child c = child_draw(x->s, &x->rng, x->g, v);
    if (fault == FAULT_OLD)
        child_make_old(x->s, &x->rng, &c);
    if (fault == FAULT_IMPLAUSIBLE)
        child_make_implausible(x->s, &c);
    export_put_child(x, &c);
    put_faulty(x, &c, fault);
    write_row(x);
    if (fault != FAULT_TWICE && fault != FAULT_CONTRADICTED)
        return;
    c.weight += fault == FAULT_CONTRADICTED ? 1 : 0;
    export_put_child(x, &c);
    export_remark(x, COL_NIK, fault == FAULT_TWICE ? REASON_duplicate_row : REASON_duplicate_conflict);
    write_row(x);
}

bool measure_write(struct sample *s, const struct regency *g, struct err *e)
{
    enum { SEMICOLON_OFFICE = 3, COMMA_OFFICE = 7 };
    enum book_form form = g->ordinal == SEMICOLON_OFFICE ? BOOK_CSV_BOM
                          : g->ordinal == COMMA_OFFICE   ? BOOK_CSV
                                                         : BOOK_XLSX_STREAM;
    bool text = form != BOOK_XLSX_STREAM;
    char label[80], file[200];
    if (s->children == 0)
        return true;
    snprintf(file, sizeof file, "e-PPGBM %s Agustus %d.%s", place_label(g, label), s->year,
             text ? "csv" : "xlsx");
    struct book *book = sample_open(s, "dinkes", file, form, e);
    if (!book)
        return false;
    struct export x = {.s = s,
                       .g = g,
                       .book = book,
                       .text_only = text,
                       .rng = rng_of(s->seed, "e-ppgbm %s", g->code),
                       .where = {file, text ? "csv" : "Sheet1", 1}};
    book_sheet(book, "Sheet1");
    line_text(&x.line, 1, "Data Tanggal : %d-08-31 22:01:42", s->year);
    write_row(&x);
    for (int i = 0; i < COLUMNS; i++)
        line_text(&x.line, i + 1, "%s", export_headings[i]);
    write_row(&x);
    for (size_t i = 0; i < g->villages; i++)
        for (int k = 0; k < s->children; k++)
            write_child(&x, &g->village[i]);
    review_sent(&s->review, g, FORM_EPPGBM);
    return book_close(book, e);
}
