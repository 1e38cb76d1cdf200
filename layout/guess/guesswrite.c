/* A draft as text: every decision with its evidence, what is not sure as a comment. */
#include "guessput.h"

enum { SEARCH_MORE = 10 };

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

/* The owner of the indicator that a group reads; empty when it is not sure. */
static struct str owner_of(const struct gcatalogue *c, const struct ggroup *g)
{
    for (size_t i = 0; i < c->indicators && g->sure; i++)
        if (g->constants > 0 && str_eq(g->constant[0].text, c->indicator[i].code))
            return c->indicator[i].owner;
    return STR("");
}

static struct str most_owner(const struct writer *w, size_t *most)
{
    const struct ggroups *groups = &w->d->lead->groups;
    struct str best = STR("");
    *most = 0;
    for (size_t i = 0; i < groups->n; i++) {
        struct str owner = owner_of(w->d->catalogue, &groups->group[i]);
        size_t votes = 0;
        for (size_t k = 0; k < groups->n && owner.len > 0; k++)
            votes += str_eq(owner, owner_of(w->d->catalogue, &groups->group[k]));
        best = votes > *most ? owner : best;
        *most = votes > *most ? votes : *most;
    }
    return best;
}

/* The agency that the file's name suggests, else the one that owns most of the indicators, else the one that
 * titles suggest; empty when nothing does. */
static struct str agency_of(const struct writer *w, struct str *why)
{
    const struct gsheet *s = &w->d->lead->sheet;
    const char *named = words_agency(words_of(w->a, w->d->file));
    size_t most;
    struct str owner = most_owner(w, &most);
    *why = STR("menurut nama berkas");
    if (s->kind == KIND_ASSESSMENT) {
        *why = STR("formulir penilaian");
        return STR("panel");
    }
    if (!named && most > 0) {
        *why = arena_printf(w->a, "pemilik %zu indikator yang dikenali", most);
        return owner;
    }
    if (!named) {
        named = words_agency(words_of(w->a, gtitles_text(s, w->a)));
        *why = STR("menurut judul di atas tabel atau nama lembar");
    }
    if (!named && s->kind == KIND_MEASUREMENT) {
        named = "dinkes";
        *why = STR("pengukuran anak");
    }
    return str_c(named);
}

static void write_layout(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str why = STR("");
    struct str agency = agency_of(w, &why);
    put_section(w, "layout");
    put_key(w, "", "id", 7, id_of(w));
    put_key(w, "", "version", 7, STR("1"));
    if (s->kind == KIND_SERVICE)
        put_comment(w, "jenis service: ada kolom NIK, tidak ada berat dan tinggi badan");
    else if (s->kind == KIND_MEASUREMENT)
        put_comment(w, "jenis measurement: ada kolom berat dan tinggi badan");
    else if (s->kind == KIND_ASSESSMENT)
        put_comment(w, "jenis assessment: kolom Nilai berulang");
    else
        put_comment(w, "jenis coverage: tidak ada kolom NIK, berat dan tinggi badan, atau nilai");
    put_key(w, "", "kind", 7, str_c(kind_names[s->kind]));
    if (agency.len > 0)
        put_comment(w, "pengirim: %.*s; periksa", STR_ARG(why));
    else
        put_comment(
            w,
            "ISI: kode pengirim dari etc/catalogue/agencies.csv; tidak terbaca dari judul atau nama berkas");
    put_key(w, "", "agency", 7, agency.len > 0 ? agency : STR("ISI"));
    if (gsheet_field(s, "waz") || gsheet_field(s, "haz"))
        put_key(w, "", "system", 7, STR("e-ppgbm"));
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
    put_section(w, "sheets");
    struct str others = names_of(w, FATE_OTHER, STR(", ")), copies = names_of(w, FATE_COPY, STR(", "));
    if (copies.len > 0)
        put_comment(w, "lembar dengan orang yang sama, tidak dibaca lagi: %.*s", STR_ARG(copies));
    if (others.len > 0)
        put_comment(w,
                    "lembar dengan bentuk lain, perlu tata letak sendiri (kp2s-layout guess --sheet): %.*s",
                    STR_ARG(others));
    for (size_t i = 0; i < w->d->forms; i++)
        if (w->d->form[i].fate == FATE_NONE && w->d->form[i].sheet.rows > 0)
            put_comment(w, "lembar %.*s: %s", STR_ARG(gsheet_plain(w->a, w->d->form[i].sheet.name)),
                        w->d->form[i].sheet.lack == LACK_COLUMNS
                            ? "bukan tabel, label di bawah label dan nilai di sampingnya"
                            : "tidak ada baris judul di atas data");
    put_key(w, "", "take", 4, is_only_form(w->d) ? STR("first") : names_of(w, FATE_SAME, STR(" | ")));
    const struct gsheet *lead = &w->d->lead->sheet;
    if (!book_sheet(lead->heads->book, lead->index)->visible) {
        put_section(w, "hidden");
        put_comment(w, "lembar ini tersembunyi, dan diminta dengan namanya");
        put_key(w, "", "sheets", 6, STR("read"));
    }
}

static void write_header(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str numbers = STR(""), depth = STR("");
    put_section(w, "header");
    if (s->numbers > 0)
        numbers = arena_printf(w->a, "; nomor kolom di baris %ld", s->numbers);
    if (s->depth > 1)
        depth = arena_printf(w->a, " sampai %ld", s->heading + s->depth - 1);
    put_comment(w, "lembar %.*s: judul kolom di baris %ld%.*s%.*s; data mulai baris %ld",
                STR_ARG(gsheet_plain(w->a, s->name)), s->heading, STR_ARG(depth), STR_ARG(numbers),
                s->data < s->end ? s->row[s->data].number : s->heading + s->depth);
    if (s->beyond > 0)
        put_comment(w, "isi kolom dihitung dari %zu baris pertama; %zu baris lagi hanya dilihat kata-katanya",
                    s->rows, s->beyond);
    if (s->width > GSHEET_COLUMNS)
        put_comment(w, "hanya %d dari %d kolom yang dilihat", GSHEET_COLUMNS, s->width);
    long search = s->heading + SEARCH_MORE;
    put_key(w, "", "search", 6,
            arena_printf(w->a, "%ld", search < LAYOUT_MAX_SEARCH ? search : LAYOUT_MAX_SEARCH));
    if (s->depth > 1)
        put_key(w, "", "rows", 6, arena_printf(w->a, "%ld", s->depth));
}

/* --- what stands around the table --- */

static bool has_title(const struct gtitles *t, const char *field)
{
    for (size_t i = 0; i < t->n; i++)
        if (strcmp(t->title[i].field, field) == 0)
            return true;
    return false;
}

/* What the rows leave open of their period: all of it, the year, or nothing (NULL). */
static const char *open_period(const struct gform *f)
{
    const char *open = !gsheet_field(&f->sheet, "period") ? "period"
                       : gsheet_lacks_year(&f->sheet)     ? "year"
                                                          : NULL;
    for (size_t i = 0; i < f->groups.n; i++)
        for (size_t k = 0; k < f->groups.group[i].constants; k++)
            if (strcmp(f->groups.group[i].constant[k].field, "period") == 0)
                return f->groups.group[i].part ? "year" : NULL;
    return f->sheet.kind == KIND_MEASUREMENT ? NULL : open;
}

static void write_names(const struct writer *w, const char *open)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str sheet = s->text ? STR("") : gtitles_period_of_name(s->name, w->a),
               file = gtitles_period_of_name(w->d->file, w->a);
    if (sheet.len > 0 || file.len > 0) {
        put_section(w, sheet.len > 0 ? "sheet name" : "file name");
        put_key(w, "", open, PUT_KEY_WIDTH, sheet.len > 0 ? sheet : file);
        return;
    }
    put_text(w, "\n");
    put_comment(w,
                "%s tidak terbaca dari judul, nama lembar, atau nama berkas: tambahkan polanya, atau petugas "
                "memberinya dengan kp2s-extract --period",
                strcmp(open, "year") == 0 ? "tahun" : "periode");
}

static void write_titles(const struct writer *w)
{
    const struct gtitles *t = &w->d->lead->titles;
    const char *open = open_period(w->d->lead);
    if (t->n > 0)
        put_section(w, "titles");
    for (size_t i = 0; i < t->n; i++) {
        bool year = open && strcmp(t->title[i].field, "period") == 0;
        put_comment(w, "baris %ld", t->title[i].row);
        put_key(w, "", year ? open : t->title[i].field, PUT_KEY_WIDTH, t->title[i].pattern);
    }
    if (open && !has_title(t, "period") && !has_title(t, "year"))
        write_names(w, open);
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
    put_section(w, total ? "totals" : "stop");
    put_comment(w, "terlihat di baris %.*s", STR_ARG(seen));
    put_key(w, "", "words", 5, words);
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
    put_section(w, "numbers");
    put_comment(w, "angka yang diketik sebagai teks: %zu dengan koma, %zu dengan titik desimal", commas,
                points);
    put_key(w, "", "decimal", 7, points > commas ? STR(".") : STR(","));
}

void draft_write(const struct draft *d, struct out *out, struct arena *a)
{
    struct writer w = {d, out, a};
    put_comment(&w,
                "Konsep tata letak dari berkas '%.*s'. Periksa setiap baris dengan membandingkannya dengan "
                "berkas, ganti setiap ISI, lalu coba: kp2s-layout check -l KONSEP.ini BERKAS",
                STR_ARG(gsheet_plain(a, d->file)));
    write_layout(&w);
    write_sheets(&w);
    write_header(&w);
    write_titles(&w);
    draft_columns(&w);
    write_words(&w, true);
    write_words(&w, false);
    write_numbers(&w);
    draft_groups(&w);
}
