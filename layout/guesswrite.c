/* A draft as text: every decision with its evidence, what is not sure as a comment. */
#include "guessdraft.h"

#include <stdarg.h>
#include <stdio.h>

enum { COMMENT_WIDTH = 112, VALUE_WIDTH = 120, KEY_WIDTH = 11, MOST_KNOWN = 60, SEARCH_MORE = 10 };

struct writer {
    const struct draft *d;
    struct out *out;
    struct arena *a;
};

/* --- lines --- */

static void put(const struct writer *w, struct str s)
{
    out_write(w->out, s.ptr, s.len);
}

static void put_c(const struct writer *w, const char *s)
{
    put(w, str_c(s));
}

/* A list is broken before a bar. */
static size_t piece_of_list(struct str s, size_t width)
{
    size_t end = 0;
    for (size_t i = 1; i + 1 < s.len && i <= width && s.len > width; i++)
        if (s.ptr[i] == ' ' && s.ptr[i + 1] == '|')
            end = i;
    return end;
}

/* The end of the longest piece of at most width bytes that ends before a blank with a letter or digit behind
 * it: such a piece may go on in the next line of an INI file. */
static size_t piece_of(struct str s, size_t width)
{
    size_t end = 0;
    if (s.len <= width)
        return s.len;
    for (size_t i = 1; i + 1 < s.len; i++) {
        unsigned char next = (unsigned char)s.ptr[i + 1];
        bool plain = (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z') ||
                     (next >= 'a' && next <= 'z') || next == '(' || next == '|';
        if (s.ptr[i] == ' ' && plain && (i <= width || end == 0))
            end = i;
        if (i > width && end > 0)
            break;
    }
    return end > 0 ? end : s.len;
}

static void comment(const struct writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void comment(const struct writer *w, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct str rest = gsheet_plain(w->a, str_c(text));
    while (rest.len > 0) {
        size_t n = piece_of(rest, COMMENT_WIDTH);
        n = n < 180 ? n : 180;
        put_c(w, "; ");
        put(w, str_utf8(w->a, (struct str){rest.ptr, n}));
        put_c(w, "\n");
        rest = str_trim((struct str){rest.ptr + n, rest.len - n});
    }
}

static void section(const struct writer *w, const char *name)
{
    put(w, arena_printf(w->a, "\n[%s]\n", name));
}

/* A key with its value, in as many lines as it takes; before each of them: "", or "; " for a comment. A word
 * that is too long for a line ends in *. */
static void key(const struct writer *w, const char *before, const char *name, size_t width, struct str value)
{
    put(w, arena_printf(w->a, "%s%-*s = ", before, (int)width, name));
    for (struct str rest = value; rest.len > 0;) {
        size_t n = piece_of_list(rest, VALUE_WIDTH);
        n = n > 0 ? n : piece_of(rest, VALUE_WIDTH);
        bool cut = n > VALUE_WIDTH + 30;
        n = cut ? VALUE_WIDTH : n;
        while (cut && ((unsigned char)rest.ptr[n] & 0xC0) == 0x80)
            n--;
        put(w, (struct str){rest.ptr, n});
        rest = cut ? STR("") : str_trim((struct str){rest.ptr + n, rest.len - n});
        put_c(w, cut ? "*\n" : "\n");
        if (rest.len > 0)
            put(w, arena_printf(w->a, "%s  ", before));
    }
}

static struct str column_name(const struct writer *w, const struct column *c)
{
    char address[ADDRESS_SIZE];
    return arena_dup(w->a, (struct str){address, address_column(c->col, address)});
}

/* --- the form --- */

static struct str id_of(const struct writer *w)
{
    static const char *const stop[] = {"kab", "kabupaten", "kota",    "prov",  "provinsi", "tahun",
                                       "kec", "kecamatan", "periode", "bulan", "triwulan", "semester"};
    struct str words = words_of(w->a, str_utf8(w->a, w->d->file)), id = STR("");
    while (words.len > 0) {
        struct str word = str_cut(&words, ' ');
        size_t from, to;
        bool ends = words_when(word, &from, &to) != WHEN_NONE;
        for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
            ends |= str_is(word, stop[i]);
        bool ascii = true;
        for (size_t i = 0; i < word.len; i++)
            ascii = ascii && (unsigned char)word.ptr[i] < 0x80 && word.ptr[i] != '%';
        if ((ends && id.len > 0) || id.len + word.len > 40)
            break;
        if (!ends && ascii)
            id = id.len > 0 ? arena_printf(w->a, "%.*s-%.*s", STR_ARG(id), STR_ARG(word)) : word;
    }
    return id.len > 0 ? id : STR("formulir");
}

/* The agency that owns most of the indicators found, else the one that names suggest. */
static const char *agency_of(const struct writer *w, struct str *why)
{
    const struct gform *lead = w->d->lead;
    const struct gcatalogue *c = w->d->catalogue;
    struct str best = STR("");
    size_t most = 0;
    for (size_t i = 0; i < c->indicators; i++) {
        size_t votes = 0;
        for (size_t k = 0; k < lead->groups.n; k++)
            for (size_t n = 0; n < c->indicators && lead->groups.group[k].sure; n++)
                votes += str_eq(c->indicator[n].code, lead->groups.group[k].id) &&
                         str_eq(c->indicator[n].owner, c->indicator[i].owner);
        if (votes > most) {
            most = votes;
            best = c->indicator[i].owner;
        }
    }
    const struct gsheet *s = &lead->sheet;
    const char *named = s->kind == KIND_ASSESSMENT ? "panel" : words_agency(words_of(w->a, w->d->file));
    *why = STR("menurut nama berkas");
    if (!named && most == 0) {
        named = words_agency(words_of(w->a, gtitles_text(s, w->a)));
        *why = STR("menurut judul di atas tabel atau nama lembar");
    }
    if (!named && most > 0) {
        *why = arena_printf(w->a, "pemilik %zu indikator yang dikenali", most);
        return arena_cstr(w->a, best);
    }
    if (!named && s->kind == KIND_MEASUREMENT) {
        *why = STR("pengukuran anak");
        return "dinkes";
    }
    return named;
}

static void write_layout(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str why = STR("");
    const char *agency = agency_of(w, &why);
    section(w, "layout");
    key(w, "", "id", 7, id_of(w));
    key(w, "", "version", 7, STR("1"));
    if (s->kind == KIND_SERVICE)
        comment(w, "jenis service: ada kolom NIK, tidak ada berat dan tinggi badan");
    else if (s->kind == KIND_MEASUREMENT)
        comment(w, "jenis measurement: ada kolom berat dan tinggi badan");
    else if (s->kind == KIND_ASSESSMENT)
        comment(w, "jenis assessment: kolom Nilai berulang");
    else
        comment(w, "jenis coverage: tidak ada kolom NIK, berat dan tinggi badan, atau nilai");
    key(w, "", "kind", 7, str_c(kind_names[s->kind]));
    if (agency)
        comment(w, "pengirim %.*s; periksa", STR_ARG(why));
    else
        comment(
            w,
            "ISI: kode pengirim dari etc/catalogue/agencies.csv; tidak terbaca dari judul atau nama berkas");
    key(w, "", "agency", 7, agency ? str_c(agency) : STR("ISI"));
    if (gsheet_field(s, "waz") || gsheet_field(s, "haz"))
        key(w, "", "system", 7, STR("e-ppgbm"));
}

static struct str names_of(const struct writer *w, enum fate fate, struct str separator)
{
    struct str names = STR("");
    for (size_t i = 0; i < w->d->forms; i++) {
        const struct gform *f = &w->d->form[i];
        if (f->fate != fate && !(fate == FATE_SAME && f->fate == FATE_LEAD))
            continue;
        struct str name = str_trim(gsheet_pattern(w->a, f->sheet.name));
        names = names.len > 0
                    ? arena_printf(w->a, "%.*s%.*s%.*s", STR_ARG(names), STR_ARG(separator), STR_ARG(name))
                    : name;
    }
    return names;
}

static bool is_only_form(const struct draft *d)
{
    for (size_t i = 0; i < d->forms; i++)
        if (d->form[i].fate == FATE_SAME || (&d->form[i] < d->lead))
            return false;
    return d->all;
}

static void write_sheets(const struct writer *w)
{
    section(w, "sheets");
    struct str others = names_of(w, FATE_OTHER, STR(", ")), copies = names_of(w, FATE_COPY, STR(", "));
    if (copies.len > 0)
        comment(w, "lembar dengan orang yang sama, tidak dibaca lagi: %.*s", STR_ARG(copies));
    if (others.len > 0)
        comment(w, "lembar dengan bentuk lain, perlu tata letak sendiri (kp2s-layout guess --sheet): %.*s",
                STR_ARG(others));
    for (size_t i = 0; i < w->d->forms; i++)
        if (w->d->form[i].fate == FATE_NONE && w->d->form[i].sheet.rows > 0)
            comment(w, "lembar %.*s: %.*s", STR_ARG(gsheet_plain(w->a, w->d->form[i].sheet.name)),
                    STR_ARG(w->d->form[i].why));
    key(w, "", "take", 4, is_only_form(w->d) ? STR("first") : names_of(w, FATE_SAME, STR(" | ")));
}

static void write_header(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str numbers = STR(""), depth = STR("");
    section(w, "header");
    if (s->numbers > 0)
        numbers = arena_printf(w->a, "; nomor kolom di baris %ld", s->numbers);
    if (s->depth > 1)
        depth = arena_printf(w->a, " sampai %ld", s->heading + s->depth - 1);
    comment(w, "lembar %.*s: judul kolom di baris %ld%.*s%.*s; data mulai baris %ld",
            STR_ARG(gsheet_plain(w->a, s->name)), s->heading, STR_ARG(depth), STR_ARG(numbers),
            s->data < s->end ? s->row[s->data].number : s->heading + s->depth);
    long search = s->heading + SEARCH_MORE;
    key(w, "", "search", 6,
        arena_printf(w->a, "%ld", search < LAYOUT_MAX_SEARCH ? search : LAYOUT_MAX_SEARCH));
    if (s->depth > 1)
        key(w, "", "rows", 6, arena_printf(w->a, "%ld", s->depth));
}

/* --- what stands around the table --- */

static bool has_title(const struct gtitles *t, const char *field)
{
    for (size_t i = 0; i < t->n; i++)
        if (strcmp(t->title[i].field, field) == 0)
            return true;
    return false;
}

static void write_titles(const struct writer *w)
{
    const struct gform *lead = w->d->lead;
    if (lead->titles.n > 0)
        section(w, "titles");
    for (size_t i = 0; i < lead->titles.n; i++) {
        comment(w, "baris %ld", lead->titles.title[i].row);
        key(w, "", lead->titles.title[i].field, KEY_WIDTH, lead->titles.title[i].pattern);
    }
    if (lead->sheet.kind == KIND_MEASUREMENT || has_title(&lead->titles, "period") ||
        gsheet_field(&lead->sheet, "period"))
        return;
    for (size_t i = 0; i < lead->groups.n; i++)
        for (size_t k = 0; k < lead->groups.group[i].constants; k++)
            if (strcmp(lead->groups.group[i].constant[k].field, "period") == 0)
                return;
    struct str sheet = lead->sheet.text ? STR("") : gtitles_period_of_name(lead->sheet.name, w->a),
               file = gtitles_period_of_name(w->d->file, w->a);
    if (sheet.len > 0) {
        section(w, "sheet name");
        key(w, "", "period", KEY_WIDTH, sheet);
    } else if (file.len > 0) {
        section(w, "file name");
        key(w, "", "period", KEY_WIDTH, file);
    } else {
        put_c(w, "\n");
        comment(w, "periode tidak terbaca dari judul, nama lembar, atau nama berkas: tambahkan polanya, atau "
                   "petugas "
                   "memberinya dengan kp2s-extract --period");
    }
}

static void write_words(const struct writer *w, bool total)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str words = STR(""), seen = STR("");
    for (size_t i = 0; i < s->wordies; i++) {
        const struct wordy *y = &s->wordy[i];
        bool first = y->total == total && y->row >= s->heading + s->depth;
        for (size_t k = 0; k < i && first; k++)
            first = strcmp(s->wordy[k].word, y->word) != 0 || s->wordy[k].row < s->heading + s->depth;
        if (!first)
            continue;
        words = arena_printf(w->a, "%.*s%s%s", STR_ARG(words), words.len > 0 ? " | " : "", y->word);
        seen = arena_printf(w->a, "%.*s%s%ld", STR_ARG(seen), seen.len > 0 ? ", " : "", y->row);
    }
    if (words.len == 0)
        return;
    section(w, total ? "totals" : "stop");
    comment(w, "terlihat di baris %.*s", STR_ARG(seen));
    key(w, "", "words", 5, words);
}

static void write_numbers(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    size_t points = 0, commas = 0;
    for (size_t i = 0; i < s->columns && (s->kind == KIND_COVERAGE || s->kind == KIND_MEASUREMENT); i++)
        if (s->column[i].saying.say != SAY_CODE && s->column[i].saying.say != SAY_OTHER) {
            points += s->column[i].points;
            commas += s->column[i].commas;
        }
    if (points + commas == 0)
        return;
    section(w, "numbers");
    comment(w, "angka yang diketik sebagai teks: %zu dengan koma, %zu dengan titik desimal", commas, points);
    key(w, "", "decimal", 7, points > commas ? STR(".") : STR(","));
}

/* --- columns --- */

static void write_columns(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    size_t n = 0, width = gsheet_field(s, "kemendagri_code") ? strlen("kemendagri_code") : KEY_WIDTH;
    section(w, "columns");
    for (const char *const *field = kind_found[s->kind]; *field; field++) {
        const struct column *c = gsheet_field(s, *field);
        if (!c)
            continue;
        comment(w, "kolom %.*s: %.*s", STR_ARG(column_name(w, c)), STR_ARG(c->why));
        key(w, "", *field, width, c->typed);
        n++;
    }
    if (n > 0)
        return;
    comment(w,
            "ISI: tidak ada kolom wilayah atau orang yang dikenali; tata letak perlu sedikitnya satu kolom");
    key(w, "", "village", KEY_WIDTH, STR("ISI"));
}

/* A field whose column may be missing from another office's copy of the form; the regions above the last one
 * are often in a title instead. */
static bool is_optional(const struct gsheet *s, const char *field)
{
    static const char *const fields[] = {"puskesmas", "parent",    "age_text",  "position",
                                         "muac",      "oedema",    "waz",       "haz",
                                         "whz",       "wa_status", "ha_status", "wh_status"};
    static const char *const lower[] = {"district", "village"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(field, fields[i]) == 0)
            return true;
    bool above = strcmp(field, "province") == 0 || strcmp(field, "regency") == 0;
    for (size_t i = 0; i < sizeof lower / sizeof *lower && above; i++)
        if (gsheet_field(s, lower[i]))
            return true;
    return false;
}

static void write_required(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str needed = STR("");
    bool some = false;
    for (const char *const *field = kind_found[s->kind]; *field; field++) {
        bool stands = gsheet_field(s, *field) != NULL;
        some |= stands && is_optional(s, *field);
        if (stands && !is_optional(s, *field))
            needed = arena_printf(w->a, "%.*s%s%s", STR_ARG(needed), needed.len > 0 ? " " : "", *field);
    }
    if (!some || needed.len == 0)
        return;
    section(w, "required");
    key(w, "", "columns", 7, needed);
}

/* Region columns that are filled in the first row of a block only. */
static void write_fill(const struct writer *w)
{
    static const char *const fields[] = {"province", "regency", "district", "puskesmas"};
    const struct gsheet *s = &w->d->lead->sheet;
    struct str columns = STR("");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct column *c = gsheet_field(s, fields[i]);
        size_t rows = s->end - s->data;
        if (!c || c->filled == 0 || c->filled * 5 > rows * 4 || !gsheet_cell(&s->row[s->data], c->col))
            continue;
        if (columns.len == 0)
            section(w, "fill");
        comment(w, "kolom %.*s terisi di %zu dari %zu baris, juga di baris pertama",
                STR_ARG(column_name(w, c)), c->filled, rows);
        columns = arena_printf(w->a, "%.*s%s%s", STR_ARG(columns), columns.len > 0 ? " " : "", fields[i]);
    }
    if (columns.len > 0)
        key(w, "", "columns", 7, columns);
}

/* Headings that nothing reads, with the reason where there is one. */
static void write_known(const struct writer *w)
{
    struct str known = STR("");
    size_t n = 0, told = 0;
    for (size_t i = 0; i < w->d->forms; i++) {
        const struct gform *f = &w->d->form[i];
        for (size_t k = 0; k < f->sheet.columns && (f->fate == FATE_LEAD || f->fate == FATE_SAME); k++) {
            const struct column *c = &f->sheet.column[k];
            if (c->field || (c->taken && f->groups.n > 0 && f->groups.group[0].sure))
                continue;
            if (f->fate == FATE_LEAD && c->why.len > 0 && told++ == 0)
                put_c(w, "\n");
            if (f->fate == FATE_LEAD && c->why.len > 0)
                comment(w, "kolom %.*s '%.*s': %.*s", STR_ARG(column_name(w, c)), STR_ARG(c->typed),
                        STR_ARG(c->why));
            bool seen = false;
            struct str rest = known;
            while (rest.len > 0 && !seen)
                seen = str_eq(str_trim(str_cut(&rest, '|')), c->typed);
            if (!seen && n++ < MOST_KNOWN)
                known = known.len > 0 ? arena_printf(w->a, "%.*s | %.*s", STR_ARG(known), STR_ARG(c->typed))
                                      : c->typed;
        }
    }
    if (known.len == 0)
        return;
    if (n > MOST_KNOWN) {
        put_c(w, told > 0 ? "" : "\n");
        comment(w, "%zu judul lain tidak dibaca", n);
        return;
    }
    section(w, "known");
    comment(w, "%zu judul lain tidak dibaca", n);
    key(w, "", "headings", 8, known);
}

/* --- groups --- */

static void write_group(const struct writer *w, const struct gform *f, const struct ggroup *g, bool by_sheet,
                        size_t again)
{
    const char *before = g->sure ? "" : "; ";
    put_c(w, "\n");
    comment(w, "%s%.*s", g->sure ? "" : "BELUM PASTI, hapus titik koma bila benar: ", STR_ARG(g->why));
    struct str id = again > 0 ? arena_printf(w->a, "%.*s-%zu", STR_ARG(g->id), again + 1) : g->id;
    put(w, arena_printf(w->a, "%s[group %.*s]\n", before, STR_ARG(id)));
    if (by_sheet)
        key(w, before, "sheet", KEY_WIDTH, str_trim(gsheet_pattern(w->a, f->sheet.name)));
    for (size_t i = 0; i < g->constants; i++)
        key(w, before, g->constant[i].field, KEY_WIDTH, g->constant[i].text);
    for (size_t i = 0; i < g->headings; i++)
        key(w, before, g->heading[i].field, KEY_WIDTH, g->heading[i].text);
}

static bool same_group(const struct ggroup *a, const struct ggroup *b)
{
    bool same = str_eq(a->id, b->id) && a->headings == b->headings;
    for (size_t i = 0; same && i < a->headings; i++)
        same = str_eq(a->heading[i].text, b->heading[i].text);
    return same;
}

/* How often the id stood before, in this sheet or in another one. */
static size_t stood_before(const struct draft *d, const struct gform *f, size_t n)
{
    size_t times = 0;
    for (const struct gform *g = d->form; g <= f; g++)
        for (size_t i = 0; i < (g == f ? n : g->groups.n); i++)
            times += (g->fate == FATE_LEAD || g->fate == FATE_SAME) &&
                     str_eq(g->groups.group[i].id, f->groups.group[n].id);
    return times;
}

/* Groups that stand alike on all sheets of the form are written once; else each has its sheet. */
static void write_groups(const struct writer *w)
{
    const struct draft *d = w->d;
    bool alike = true;
    for (size_t i = 0; i < d->forms; i++) {
        const struct gform *f = &d->form[i];
        if (f->fate == FATE_SAME)
            alike = alike && f->groups.n == d->lead->groups.n;
        for (size_t k = 0; alike && f->fate == FATE_SAME && k < f->groups.n; k++)
            alike = same_group(&f->groups.group[k], &d->lead->groups.group[k]);
    }
    size_t written = 0;
    for (size_t i = 0; i < d->forms; i++) {
        const struct gform *f = &d->form[i];
        for (size_t k = 0; k < f->groups.n && (f->fate == FATE_LEAD || (f->fate == FATE_SAME && !alike));
             k++, written++)
            write_group(w, f, &f->groups.group[k], !alike, stood_before(d, f, k));
    }
    if (written > 0 || d->lead->sheet.kind == KIND_MEASUREMENT)
        return;
    put_c(w, "\n");
    comment(w, "tidak ada kolom yang mirip definisi katalog: tulis [group …] menurut doc/layouts.md");
}

void draft_write(const struct draft *d, struct out *out, struct arena *a)
{
    struct writer w = {d, out, a};
    comment(&w,
            "Konsep tata letak dari berkas '%.*s'. Periksa setiap baris dengan membandingkannya dengan "
            "berkas, ganti "
            "setiap ISI, lalu coba: kp2s-extract -l KONSEP.ini BERKAS",
            STR_ARG(gsheet_plain(a, d->file)));
    write_layout(&w);
    write_sheets(&w);
    write_header(&w);
    write_titles(&w);
    write_columns(&w);
    write_required(&w);
    write_fill(&w);
    write_known(&w);
    write_words(&w, true);
    write_words(&w, false);
    write_numbers(&w);
    write_groups(&w);
}
