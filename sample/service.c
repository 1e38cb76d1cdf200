/* The quarterly recap of services by name (after Formulir 3.A and 3.B) of one kabupaten/kota, from DPMD. */
#include "day.h"
#include "sample.h"
#include "spell.h"

#include <stdio.h>
#include <string.h>

enum { MOTHERS = 1, CHILDREN = 2, MAX_SERVICES = 10, HEADING_ROW = 4 };

struct service {
    const char *code, *heading;
};

static const struct service mother_services[] = {
    {"HB1", "Pemeriksaan Kehamilan (bulan)"},
    {"HB2", "Dapat & Konsumsi Pil Fe"},
    {"HB3", "Pemeriksaan Nifas"},
    {"HB4", "Konseling Gizi (Kelas IH)"},
    {"HB5", "Kunjungan Rumah"},
    {"HB6", "Kepemilikan Akses Air Bersih"},
    {"HB7", "Kepemilikan jamban"},
    {"HB8", "Jaminan Kesehatan"},
    {0},
};

static const struct service child_services[] = {
    {"HA1", "Pemberian Imunisasi Dasar"},
    {"HA2", "Pengukuran Berat Badan"},
    {"HA3", "Pengukuran Tinggi Badan"},
    {"HA4", "Konseling Gizi Orang Tua"},
    {"HA5", "Kunjungan Rumah"},
    {"HA6", "Kepemilikan Akses Air Bersih"},
    {"HA7", "Kepemilikan Jamban Sehat"},
    {"HA8", "Akta Lahir"},
    {"HA9", "Jaminan Kesehatan"},
    {"HA10", "Pengasuhan (PAUD)"},
    {0},
};

/* One of the two sheets. lead: headings before the services, "|" between them. */
struct sheet_form {
    const char *sheet, *subject, *status;
    const struct service *services;
    bool child;
    int persons; /* in each village */
};

static const struct sheet_form sheets[] = {
    {"Ibu Hamil", "bumil", "Status Kehamilan (KEK/RISTI)", mother_services, false, MOTHERS},
    {"Anak 0-23 Bulan", "anak", "Status Gizi", child_services, true, CHILDREN},
};

enum column {
    COL_NO = 1,
    COL_NIK,
    COL_NAME,
    COL_SEX,
    COL_BORN,
    COL_DISTRICT,
    COL_VILLAGE,
    COL_STATUS,
    COL_FIRST
};

/* What a cell says, and how each office writes it. */
enum state { STATE_NO, STATE_YES, STATE_NA, STATES };
static const char *const state_codes[STATES] = {"T", "Y", "TS"};
static const char *const habits[][STATES] = {
    {"x", "v", "-"}, {"x", "\xE2\x88\x9A", "TS"},      {"x", "\xC3\x96", "TS"}, {"T", "Y", "TS"},
    {"0", "1", "-"}, {"tidak", "ya", "tidak berlaku"}, {"X", "V", "-"},
};

enum fault {
    FAULT_NONE,
    FAULT_VILLAGE,      /* a letter doubled in the village's name: all services of the person */
    FAULT_NIK,          /* no NIK: the person is known by name and date of birth */
    FAULT_MARK,         /* "?" instead of a mark */
    FAULT_EMPTY,        /* no mark */
    FAULT_TWICE,        /* the person again */
    FAULT_CONTRADICTED, /* the person again, one mark turned round */
    FAULTS = FAULT_CONTRADICTED,
};

struct work {
    struct sample *s;
    const struct regency *g;
    const struct sheet_form *form;
    struct book *book;
    struct rng rng;
    struct where where;
    struct line line;
    int quarter, services, number;
    char period[16];
};

static void write_note(struct work *w, int row, const char *text)
{
    line_text(&w->line, 1, "%s", text);
    book_row(w->book, row, &w->line);
    line_clear(&w->line);
}

static void write_headings(struct work *w)
{
    static const char *const lead[] = {"No",        "NIK", "Nama", "Jenis Kelamin", "Tanggal Lahir",
                                       "Kecamatan", "Desa"};
    static const char *const roman[] = {"I", "II", "III", "IV"};
    char text[CELL_TEXT], label[80];
    write_note(w, 1,
               w->form->child ? "REKAPITULASI PEMANTAUAN ANAK 0-23 BULAN"
                              : "REKAPITULASI PEMANTAUAN IBU HAMIL");
    snprintf(text, sizeof text, "KABUPATEN/KOTA : %s", place_label(w->g, label));
    write_note(w, 2, text);
    snprintf(text, sizeof text, "PERIODE : TRIWULAN %s TAHUN %d", roman[w->quarter - 1], w->s->year);
    write_note(w, 3, text);
    for (int i = COL_NO; i <= COL_VILLAGE; i++)
        book_merge(w->book, HEADING_ROW, i, HEADING_ROW + 1, i, lead[i - 1]);
    book_merge(w->book, HEADING_ROW, COL_STATUS, HEADING_ROW + 1, COL_STATUS, w->form->status);
    book_merge(w->book, HEADING_ROW, COL_FIRST, HEADING_ROW, COL_FIRST + w->services - 1,
               "Status Penerimaan Indikator");
    for (int i = 0; i < w->services; i++)
        line_text(&w->line, COL_FIRST + i, "%s", w->form->services[i].heading);
    book_row(w->book, HEADING_ROW + 1, &w->line);
    line_clear(&w->line);
    for (int i = 0; i < COL_FIRST - 1 + w->services; i++)
        line_text(&w->line, i + 1, "%c", 'a' + i);
    book_row(w->book, HEADING_ROW + 2, &w->line);
    line_clear(&w->line);
    w->where.row = HEADING_ROW + 2;
}

/* --- a person --- */

struct person {
    const struct village *village;
    char name[SPELL_LENGTH], nik[32], spelt_village[SPELL_LENGTH];
    const char *status;
    bool girl, needs_visits, young;
    int born;
    enum state state[MAX_SERVICES];
};

/* Who is not meant by a service: only the undernourished are visited at home; a woman who has not given birth
 * gets no care after it; a child below six months is not yet due for the full round of vaccinations. */
static bool not_applicable(const struct work *w, const struct person *p, int service)
{
    const char *code = w->form->services[service].code;
    if (strcmp(code, "HB5") == 0 || strcmp(code, "HA5") == 0)
        return !p->needs_visits;
    if (strcmp(code, "HB3") == 0 || strcmp(code, "HA1") == 0)
        return p->young;
    return false;
}

static struct person draw_person(struct work *w, const struct village *v)
{
    struct rng *r = &w->rng;
    struct person p = {.village = v};
    int end = day_of(w->s->year, w->quarter * 3, 28), age = rng_between(r, 30, 700);
    p.girl = !w->form->child || rng_chance(r, 0.49);
    p.born = end - (w->form->child ? age : rng_between(r, 18, 40) * 365);
    p.needs_visits = rng_chance(r, 0.2);
    p.young = w->form->child ? age < 183 : rng_chance(r, 0.7);
    p.status = w->form->child ? p.needs_visits ? "S" : "N" : p.needs_visits ? "KEK" : "NORMAL";
    spell_person(r, p.name);
    spell_nik(v->code, p.born, p.girl, ++w->s->serial, p.nik);
    spell_village(r, v, p.spelt_village);
    for (int i = 0; i < w->services; i++) {
        bool given = rng_chance(r, w->g->quality.convergence);
        p.state[i] = not_applicable(w, &p, i) ? STATE_NA : given ? STATE_YES : STATE_NO;
    }
    return p;
}

static void put_person(struct work *w, const struct person *p)
{
    struct date d = day_date(p->born);
    const char *const *mark = habits[w->g->ordinal % (int)(sizeof habits / sizeof *habits)];
    line_number(&w->line, COL_NO, ++w->number);
    line_text(&w->line, COL_NIK, w->g->ordinal % 3 ? "%s" : "'%s", p->nik);
    line_text(&w->line, COL_NAME, "%s", p->name);
    line_text(&w->line, COL_SEX, "%s", p->girl ? "P" : "L");
    if (w->g->ordinal % 2)
        line_date(&w->line, COL_BORN, day_serial(p->born));
    else
        line_text(&w->line, COL_BORN, "%02d %s %d", d.day, day_months[d.month - 1], d.year);
    line_text(&w->line, COL_DISTRICT, "%s", p->village->district->name);
    line_text(&w->line, COL_VILLAGE, "%s", p->spelt_village);
    line_text(&w->line, COL_STATUS, "%s", p->status);
    for (int i = 0; i < w->services; i++) {
        bool digit = mark[p->state[i]][0] == '0' || mark[p->state[i]][0] == '1';
        if (digit)
            line_number(&w->line, COL_FIRST + i, p->state[i] == STATE_YES);
        else
            line_text(&w->line, COL_FIRST + i, "%s", mark[p->state[i]]);
    }
}

static void remark(struct work *w, int column, enum reason reason)
{
    char cell[16];
    truth_remark(&w->s->truth, &w->where, book_address(column, w->where.row, cell), reason);
}

/* Records of all services but one (-1: none is left out). */
static void accept(struct work *w, const struct person *p, int but)
{
    int received = 0, due = 0;
    char cell[16];
    for (int i = 0; i < w->services; i++) {
        if (i == but)
            continue;
        truth_record(&w->s->truth, KIND_SERVICE, &w->where, book_address(COL_FIRST + i, w->where.row, cell),
                     w->form->subject, p->village->code, w->period, w->form->services[i].code,
                     state_codes[p->state[i]], (char *)NULL);
        received += p->state[i] == STATE_YES;
        due += p->state[i] != STATE_NA;
    }
    review_person(&w->s->review, w->g, w->quarter, received, due);
}

static void write_row(struct work *w)
{
    book_row(w->book, w->where.row, &w->line);
    line_clear(&w->line);
}

static void repeat_person(struct work *w, struct person *p, bool same)
{
    int turned = same ? -1 : 1; /* the second service applies to everybody */
    if (turned >= 0)
        p->state[turned] = p->state[turned] == STATE_YES ? STATE_NO : STATE_YES;
    w->where.row++;
    put_person(w, p);
    for (int i = 0; i < w->services; i++)
        remark(w, COL_FIRST + i, i == turned ? REASON_duplicate_conflict : REASON_duplicate_row);
    write_row(w);
}

static void write_person(struct work *w, const struct village *v)
{
    char text[SPELL_LENGTH];
    enum fault fault = (enum fault)sample_fault(&w->rng, w->s, FAULTS);
    struct person p = draw_person(w, v);
    int marked = rng_below(&w->rng, w->services);
    w->where.row++;
    put_person(w, &p);
    if (fault == FAULT_VILLAGE) {
        line_text(&w->line, COL_VILLAGE, "%s", spell_slip(v->name, text));
        for (int i = 0; i < w->services; i++)
            remark(w, COL_VILLAGE, REASON_region_unknown);
    } else if (fault == FAULT_NIK) {
        line_text(&w->line, COL_NIK, "-");
        for (int i = 0; i < w->services; i++)
            remark(w, COL_NIK, REASON_nik_missing);
        accept(w, &p, -1);
    } else if (fault == FAULT_MARK || fault == FAULT_EMPTY) {
        line_text(&w->line, COL_FIRST + marked, fault == FAULT_MARK ? "?" : "");
        remark(w, COL_FIRST + marked, REASON_service_state);
        accept(w, &p, marked);
    } else {
        accept(w, &p, -1);
    }
    write_row(w);
    if (fault == FAULT_TWICE || fault == FAULT_CONTRADICTED)
        repeat_person(w, &p, fault == FAULT_TWICE);
}

static bool write_quarter(struct sample *s, const struct regency *g, int quarter, struct err *e)
{
    char label[80], file[200];
    snprintf(file, sizeof file, "Konvergensi %s Triwulan %d Tahun %d.xlsx", place_label(g, label), quarter,
             s->year);
    struct book *book = sample_open(s, "dpmd", file, BOOK_XLSX, e);
    if (!book)
        return false;
    for (size_t f = 0; f < sizeof sheets / sizeof *sheets; f++) {
        struct work w = {.s = s,
                         .g = g,
                         .form = &sheets[f],
                         .book = book,
                         .rng = rng_of(s->seed, "dpmd %s %d %s", sheets[f].sheet, quarter, g->code),
                         .where = {file, sheets[f].sheet, 0},
                         .quarter = quarter};
        while (w.form->services[w.services].code)
            w.services++;
        snprintf(w.period, sizeof w.period, "%d-Q%d", s->year, quarter);
        book_sheet(book, w.form->sheet);
        write_headings(&w);
        for (size_t i = 0; i < g->villages; i++)
            for (int k = 0; k < w.form->persons; k++)
                write_person(&w, &g->village[i]);
        write_note(&w, w.where.row + 2, "Keterangan : v diterima, x tidak diterima, TS atau - tidak berlaku");
    }
    review_sent(&s->review, g, FORM_DPMD);
    return book_close(book, e);
}

bool service_write(struct sample *s, const struct regency *g, struct err *e)
{
    for (int q = 5 - s->quarters; q <= 4; q++)
        if (!write_quarter(s, g, q, e))
            return false;
    return true;
}
