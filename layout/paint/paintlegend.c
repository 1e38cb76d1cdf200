#include "paintlegend.h"

#include "checktell.h"

enum { A4 = 9, CREATED = 1704067200, MOST_TEXT = 32000, COLUMNS = 4 };

static const struct {
    const char *name, *about;
    lxw_color_t fill; /* 0: none */
    uint8_t border;
    const char *letters; /* b bold, i italic, s struck out */
} looks[ROLES] = {
    [ROLE_UNREAD] = {"tidak dibaca", "Layout tidak membaca sel ini; teksnya disamarkan", 0, LXW_BORDER_NONE,
                     ""},
    [ROLE_HEADING] = {"judul kolom", "Judul kolom yang dibaca; catatan sel menyebut menjadi apa", 0xD9D9D9,
                      LXW_BORDER_MEDIUM, "b"},
    [ROLE_TITLE] = {"judul tabel", "Keterangan di atas tabel: periode, wilayah dan sebagainya", 0xFFF2CC,
                    LXW_BORDER_MEDIUM_DASHED, "bi"},
    [ROLE_REGION] = {"wilayah", "Nama atau kode wilayah; ↓ diteruskan dari baris di atasnya", 0xD5E8D4,
                     LXW_BORDER_HAIR, ""},
    [ROLE_PERSON] = {"orang", "Data pribadi yang dibaca; isinya disamarkan di sini", 0xE1D5E7,
                     LXW_BORDER_HAIR, "i"},
    [ROLE_NUMERATOR] = {"pembilang", "numerator", 0xBDD7EE, LXW_BORDER_THIN, "b"},
    [ROLE_DENOMINATOR] = {"penyebut", "denominator", 0xDDEBF7, LXW_BORDER_DOUBLE, ""},
    [ROLE_REPORTED] = {"persentase tertulis", "reported: dibandingkan, tidak dipakai", 0xE2F0F0,
                       LXW_BORDER_DASHED, "i"},
    [ROLE_VALUE] = {"nilai", "Isian lain yang menjadi data: hasil ukur, status layanan, nilai huruf",
                    0xC9E7F2, LXW_BORDER_THIN, ""},
    [ROLE_FIELD] = {"keterangan", "Yang melengkapi data: jenis kelamin, periode, indikator, saringan baris",
                    0xFBE5D6, LXW_BORDER_DOTTED, ""},
    [ROLE_TOTAL] = {"jumlah", "Baris jumlah: dicocokkan dengan bagiannya, tidak menjadi data", 0xF8CBAD,
                    LXW_BORDER_MEDIUM, "b"},
    [ROLE_PASSED] = {"dilewati", "Baris tanpa data: kosong, nomor kolom, disaring, tersembunyi, terpotong",
                     0xEDEDED, LXW_BORDER_NONE, "i"},
    [ROLE_BEHIND] = {"di luar tabel", "Baris di belakang akhir tabel ([stop])", 0xEDEDED, LXW_BORDER_NONE,
                     "s"},
};

void legend_note(struct legend *l, lxw_error error)
{
    if (!l->failed)
        l->failed = error;
}

lxw_format *legend_format(const struct legend *l, enum role role, bool carried)
{
    return carried ? l->carried[role] : l->role[role];
}

static struct str short_enough(struct str s)
{
    size_t n = s.len < MOST_TEXT ? s.len : MOST_TEXT;
    while (n < s.len && n > 0 && ((unsigned char)s.ptr[n] & 0xC0) == 0x80)
        n--;
    return (struct str){s.ptr, n};
}

void legend_text(struct legend *l, lxw_worksheet *s, long row, int column, struct str text,
                 lxw_format *format)
{
    legend_note(l, worksheet_write_string(s, (lxw_row_t)row, (lxw_col_t)column,
                                          arena_cstr(&l->scratch, short_enough(text)), format));
}

void legend_comment(struct legend *l, lxw_worksheet *s, long row, int column, struct str text)
{
    lxw_comment_options options = {.width = 220, .height = 60};
    legend_note(l, worksheet_write_comment_opt(s, (lxw_row_t)row, (lxw_col_t)column,
                                               arena_cstr(&l->scratch, short_enough(text)), &options));
}

/* --- the workbook --- */

static lxw_format *role_format(struct legend *l, enum role role, bool carried)
{
    lxw_format *f = workbook_add_format(l->workbook);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(f, looks[role].border);
    format_set_border_color(f, 0x7F7F7F);
    if (looks[role].fill)
        format_set_bg_color(f, looks[role].fill);
    if (strchr(looks[role].letters, 'b'))
        format_set_bold(f);
    if (strchr(looks[role].letters, 'i') || carried)
        format_set_italic(f);
    if (strchr(looks[role].letters, 's'))
        format_set_font_strikeout(f);
    if (role == ROLE_HEADING)
        format_set_text_wrap(f);
    if (role == ROLE_UNREAD || carried)
        format_set_font_color(f, 0x7F7F7F);
    return f;
}

static void make_formats(struct legend *l)
{
    for (int role = 0; role < ROLES; role++) {
        l->role[role] = role_format(l, (enum role)role, false);
        l->carried[role] = role_format(l, (enum role)role, true);
    }
    l->fate = workbook_add_format(l->workbook);
    format_set_font_color(l->fate, 0x7F7F7F);
    format_set_font_size(l->fate, 9);
    format_set_align(l->fate, LXW_ALIGN_VERTICAL_TOP);
    format_set_left(l->fate, LXW_BORDER_MEDIUM);
    l->title = workbook_add_format(l->workbook);
    format_set_bold(l->title);
    format_set_font_size(l->title, 14);
    l->head = workbook_add_format(l->workbook);
    format_set_bold(l->head);
    format_set_bottom(l->head, LXW_BORDER_THIN);
    l->text = workbook_add_format(l->workbook);
    format_set_text_wrap(l->text);
    format_set_align(l->text, LXW_ALIGN_VERTICAL_TOP);
}

bool legend_open(struct legend *l, const char *path, const char *folder, struct err *e)
{
    struct arena a = {0};
    lxw_workbook_options options = {.tmpdir = arena_cstr(&a, str_c(folder))};
    lxw_doc_properties properties = {.created = CREATED};
    *l = (struct legend){.workbook = workbook_new_opt(path, &options)};
    arena_done(&a); /* the library keeps a copy */
    if (!l->workbook)
        return err_set(e, ST_CANTCREATE, "cannot create '%s'", path);
    legend_note(l, workbook_set_properties(l->workbook, &properties));
    make_formats(l);
    l->sheet = legend_sheet(l, STR("Keterangan"));
    return true;
}

bool legend_close(struct legend *l, struct err *e)
{
    legend_note(l, workbook_close(l->workbook));
    arena_done(&l->scratch);
    arena_done(&l->names);
    return !l->failed || err_set(e, ST_CANTCREATE, "cannot write the workbook: %s", lxw_strerror(l->failed));
}

/* --- sheets --- */

static bool is_taken(const struct legend *l, struct str folded)
{
    for (size_t i = 0; i < l->sheets; i++)
        if (str_eq(l->name[i], folded))
            return true;
    return false;
}

/* At most so many characters, none of which a sheet's name may not have. */
static struct str allowed(struct legend *l, struct str name, size_t most)
{
    char *out = arena_alloc(&l->names, name.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (((unsigned char)c & 0xC0) != 0x80 && most-- == 0)
            break;
        bool banned = (unsigned char)c < 0x20 || strchr("[]:*?/\\", c) || (c == '\'' && n == 0);
        out[n++] = banned ? '_' : c;
    }
    if (n > 0 && out[n - 1] == '\'')
        out[n - 1] = '_';
    return n > 0 ? (struct str){out, n} : STR("_");
}

lxw_worksheet *legend_sheet(struct legend *l, struct str name)
{
    struct str made = allowed(l, name, LXW_SHEETNAME_MAX), folded = str_fold(&l->names, made);
    for (int n = 2; is_taken(l, folded); n++) {
        made = arena_printf(&l->names, "%.*s (%d)", STR_ARG(allowed(l, name, LXW_SHEETNAME_MAX - 8)), n);
        folded = str_fold(&l->names, made);
    }
    struct str *names = arena_alloc(&l->names, (l->sheets + 1) * sizeof *names);
    if (l->sheets > 0)
        memcpy(names, l->name, l->sheets * sizeof *names);
    l->name = names;
    l->name[l->sheets++] = folded;
    return workbook_add_worksheet(l->workbook, arena_cstr(&l->names, made));
}

/* --- what was read --- */

struct place {
    struct legend *l;
    long row;
};

static void put_line(struct place *p, const struct str text[COLUMNS], lxw_format *format)
{
    for (int i = 0; i < COLUMNS; i++)
        if (text[i].len > 0 || format == p->l->head)
            legend_text(p->l, p->l->sheet, p->row, i, text[i], format);
    p->row++;
    arena_reset(&p->l->scratch);
}

static void put_roles(struct place *p)
{
    put_line(p, (struct str[COLUMNS]){STR("Warna"), STR("Peran sel"), STR("Arti")}, p->l->head);
    for (int role = ROLE_HEADING; role <= ROLES; role++, p->row++) {
        enum role r = (enum role)(role % ROLES); /* what is not read comes last */
        legend_text(p->l, p->l->sheet, p->row, 0, STR("Aa 123"), p->l->role[r]);
        legend_text(p->l, p->l->sheet, p->row, 1, str_c(looks[r].name), p->l->text);
        legend_text(p->l, p->l->sheet, p->row, 2, str_c(looks[r].about), p->l->text);
    }
    p->row++;
}

static size_t sheets_of(const struct check_file *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->sources; i++)
        n += f->source[i].fit->plans;
    return n;
}

static const struct check_sheet *sheet_at(const struct check_file *f, size_t i)
{
    const struct check_source *source = f->source;
    for (; i >= source->fit->plans; source++)
        i -= source->fit->plans;
    return &source->sheet[i];
}

static void put_columns(struct place *p, const struct check_file *f)
{
    char column[ADDRESS_SIZE];
    struct arena *a = &p->l->scratch;
    put_line(p, (struct str[COLUMNS]){STR("Lembar"), STR("Kolom"), STR("Judul kolom"), STR("Menjadi")},
             p->l->head);
    for (size_t i = 0; i < sheets_of(f); i++) {
        const struct check_sheet *s = sheet_at(f, i);
        for (size_t t = 0; t < LAYOUT_MAX_TITLES; t++) {
            struct str title = tell_title(s, t, true, a);
            if (title.len > 0)
                put_line(p, (struct str[COLUMNS]){s->name, STR("–"), STR("judul tabel"), title}, p->l->text);
        }
        for (size_t k = 0; k < s->paths; k++) {
            struct str became = tell_column(&s->palette, s->path[k].col, a);
            address_column(s->path[k].col, column);
            put_line(p,
                     (struct str[COLUMNS]){s->name, str_c(column), paint_line(s->path[k].typed, a),
                                           became.len > 0 ? became : STR("tidak dibaca")},
                     p->l->text);
        }
    }
    p->row++;
}

static void put_rows(struct place *p, const struct check_file *f)
{
    struct arena *a = &p->l->scratch;
    put_line(p, (struct str[COLUMNS]){STR("Lembar"), STR("Baris"), STR("Menjadi")}, p->l->head);
    for (size_t i = 0; i < sheets_of(f); i++) {
        const struct check_sheet *s = sheet_at(f, i);
        for (int fate = FATE_DATA; fate < FATE_FAILED; fate++)
            if (s->rows[fate] > 0)
                put_line(p,
                         (struct str[COLUMNS]){s->name, arena_printf(a, "%ld", s->rows[fate]),
                                               str_c(tell_fate((enum fate)fate, true))},
                         p->l->text);
        put_line(
            p,
            (struct str[COLUMNS]){s->name, arena_printf(a, "%ld", s->records), STR("catatan data (record)")},
            p->l->text);
    }
    p->row++;
}

static void put_remarks(struct place *p, const struct check_file *f)
{
    struct arena *a = &p->l->scratch;
    bool any = false;
    for (size_t i = 0; i < sheets_of(f); i++) {
        const struct check_sheet *s = sheet_at(f, i);
        for (size_t k = 0; k < s->notes; k++, any = true) {
            if (!any)
                put_line(p, (struct str[COLUMNS]){STR("Lembar"), STR("Sel"), STR("Catatan"), STR("Kode")},
                         p->l->head);
            put_line(p, (struct str[COLUMNS]){s->name, s->note[k].at, s->note[k].message, s->note[k].code},
                     p->l->text);
        }
        long more = s->rejected + s->noted - (long)s->notes;
        if (more > 0)
            put_line(p, (struct str[COLUMNS]){s->name, STR("…"), arena_printf(a, "%ld catatan lagi", more)},
                     p->l->text);
    }
}

void legend_write(struct legend *l, const struct check_file *f)
{
    static const double widths[COLUMNS] = {24, 20, 64, 48};
    struct place p = {.l = l};
    for (int i = 0; i < COLUMNS; i++)
        legend_note(l, worksheet_set_column(l->sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL));
    worksheet_set_landscape(l->sheet);
    worksheet_set_paper(l->sheet, A4);
    worksheet_fit_to_pages(l->sheet, 1, 0);
    const char *slash = memrchr(f->name.ptr, '/', f->name.len);
    struct str file =
        slash ? (struct str){slash + 1, f->name.len - (size_t)(slash + 1 - f->name.ptr)} : f->name;
    put_line(&p, (struct str[COLUMNS]){file}, l->title);
    for (size_t i = 0; i < f->sources; i++) {
        const struct layout *layout = f->source[i].l;
        put_line(&p,
                 (struct str[COLUMNS]){arena_printf(&l->scratch, "Dibaca dengan layout %.*s versi %.*s: %.*s",
                                                    STR_ARG(layout->id), STR_ARG(layout->version),
                                                    STR_ARG(layout->title))},
                 NULL);
    }
    p.row++;
    put_roles(&p);
    put_columns(&p, f);
    put_rows(&p, f);
    put_remarks(&p, f);
}
