/* Sheet Tindak Lanjut of the scorecard: what follows from the review, a line each, and empty columns for who,
 * when and how far. */
#include "scorecard.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD_ROW = 3 };
enum { SUBJECT = 2, PLACE, AMOUNT, WHAT, WHO, WHEN, STATE, NOTE, COLUMNS };

#define SAY(b, ...) arena_cstr((b)->arena, arena_printf((b)->arena, __VA_ARGS__))

static const char *number(struct book *b, int at, const char *field, int decimals)
{
    return words_number(b->arena, data_number(b->data, SET_CARD_STEPS, at, field), decimals);
}

static bool is_kind(const struct data *d, int at, const char *kind)
{
    return strcmp(data_text(d, SET_CARD_STEPS, at, "kind"), kind) == 0;
}

static const char *kind_name(const struct data *d, int at)
{
    if (is_kind(d, at, "village"))
        return words_say("Layani", "Serve");
    if (is_kind(d, at, "peer"))
        return words_say("Belajar", "Learn");
    if (is_kind(d, at, "evidence"))
        return words_say("Lengkapi", "Hand in");
    return is_kind(d, at, "form") ? words_say("Kirim", "Send") : words_say("Betulkan", "Correct");
}

/* What it is about: an indicator, a form, a file, an item. */
static const char *subject(struct book *b, int at)
{
    const struct data *d = b->data;
    if (is_kind(d, at, "village") || is_kind(d, at, "peer"))
        return SAY(b, "%s %s", data_text(d, SET_CARD_STEPS, at, "subject"),
                   scorecard_indicator(d, SET_CARD_STEPS, at));
    return data_text(d, SET_CARD_STEPS, at, "subject");
}

static const char *place(struct book *b, int at)
{
    const char *name = data_text(b->data, SET_CARD_STEPS, at, "region_name"),
               *district = data_text(b->data, SET_CARD_STEPS, at, "district_name");
    return *district ? SAY(b, words_say("%s, Kec. %s", "%s, district %s"), name, district) : name;
}

static const char *say_village(struct book *b, int at)
{
    bool down = strcmp(data_text(b->data, SET_CARD_STEPS, at, "direction"), "up") != 0;
    if (data_number(b->data, SET_CARD_STEPS, at, "lacking") <= 0)
        return SAY(b,
                   words_say("%s %% (target %s %%): target desa tercapai",
                             "%s %% (target %s %%): the village reached it"),
                   number(b, at, "percent", 1), number(b, at, "target", 1));
    return SAY(b,
               down ? words_say("%s %% (target paling tinggi %s %%): kelebihan %s",
                                "%s %% (target at most %s %%): %s too many")
                    : words_say("%s %% (target %s %%): kurang %s untuk mencapai target",
                                "%s %% (target %s %%): %s short of it"),
               number(b, at, "percent", 1), number(b, at, "target", 1), number(b, at, "lacking", 0));
}

static const char *say_peer(struct book *b, int at)
{
    bool reached = *data_text(b->data, SET_CARD_STEPS, at, "detail");
    return SAY(b, words_say("cakupannya %s %%%s", "covers %s %%%s"), number(b, at, "percent", 1),
               reached ? words_say(", targetnya tercapai", ", target reached")
                       : words_say(", lebih baik dari daerah ini", ", better than here"));
}

static const char *say_form(struct book *b, int at)
{
    const struct data *d = b->data;
    const char *periods = data_text(d, SET_CARD_STEPS, at, "detail");
    if (data_null(d, SET_CARD_STEPS, at, "due_on"))
        return SAY(b, words_say("belum datang: %s", "did not come: %s"), periods);
    return SAY(b, words_say("belum datang: %s; tenggat pertama %s", "did not come: %s; first due on %s"),
               periods, words_date(b->arena, (long long)data_number(d, SET_CARD_STEPS, at, "due_on")));
}

static const char *say_rejected(struct book *b, int at)
{
    const char *key = data_text(b->data, SET_CARD_STEPS, at, "place");
    return SAY(b,
               words_say("%s: betulkan barisnya dan kirim ulang. Berkas bertanda: kp2s-history --remarks %s "
                         "| kp2s-feedback -a ARSIP -o catatan-%s.xlsx -",
                         "%s: correct the rows and send it again. Marked file: kp2s-history --remarks %s | "
                         "kp2s-feedback -a ARCHIVE -o marked-%s.xlsx -"),
               data_text(b->data, SET_CARD_STEPS, at, "detail"), key, key);
}

static const char *say_evidence(struct book *b, int at)
{
    return SAY(b, words_say("dinilai tanpa bukti; diperlukan: %s", "graded without evidence; required: %s"),
               data_text(b->data, SET_CARD_STEPS, at, "detail"));
}

static const char *sentence(struct book *b, int at)
{
    const struct data *d = b->data;
    return is_kind(d, at, "village")    ? say_village(b, at)
           : is_kind(d, at, "peer")     ? say_peer(b, at)
           : is_kind(d, at, "form")     ? say_form(b, at)
           : is_kind(d, at, "evidence") ? say_evidence(b, at)
                                        : say_rejected(b, at);
}

/* The library takes texts that it does not change as if it did. */
static char *mutable(const char *text)
{
    return (char *)(uintptr_t)text;
}

/* Dates from the performance year on, and one of three states: what is filled in by hand stays comparable. */
static void put_validations(struct sheet *s, int rows)
{
    char *states[] = {mutable(words_say("belum", "open")), mutable(words_say("berjalan", "under way")),
                      mutable(words_say("selesai", "done")), NULL};
    lxw_row_t first = HEAD_ROW + 1, last = (lxw_row_t)(HEAD_ROW + rows);
    lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = states};
    lxw_data_validation date = {
        .validate = LXW_VALIDATION_TYPE_DATE,
        .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
        .value_datetime = {.year = (int)strtol(s->book->data->year, NULL, 10), .month = 1, .day = 1},
        .error_title = mutable(words_say("Tenggat", "Due")),
        .error_message = mutable(words_say("Isi tanggal, mis. 31/12/2025", "Give a date, as 31/12/2025"))};
    sheet_check(s, worksheet_data_validation_range(s->worksheet, first, STATE, last, STATE, &list));
    sheet_check(s, worksheet_data_validation_range(s->worksheet, first, WHEN, last, WHEN, &date));
}

static void put_step(struct sheet *s, int row, int at, const struct column *columns)
{
    struct book *b = s->book;
    const char *const text[] = {subject(b, at), place(b, at), sentence(b, at)};
    const double width[] = {columns[SUBJECT].width, columns[PLACE].width, columns[WHAT].width};
    put_number(s, row, 0, at + 1, LOOK_COUNT);
    put_text(s, row, 1, kind_name(b->data, at), LOOK_STRONG);
    put_text(s, row, SUBJECT, text[0], LOOK_WRAP);
    put_text(s, row, PLACE, text[1], LOOK_WRAP);
    put_field(s, row, AMOUNT, SET_CARD_STEPS, at, "amount", LOOK_COUNT);
    put_text(s, row, WHAT, text[2], LOOK_WRAP);
    sheet_fit_all(s, row, text, width, 3);
    for (int c = WHO; c < COLUMNS; c++)
        put_text(s, row, c, "", c == WHEN ? LOOK_DAY : LOOK_WRAP);
}

void scorecard_steps(struct book *b)
{
    const struct column columns[COLUMNS] = {
        {"No.", NULL, 6, LOOK_COUNT},
        {words_say("Langkah", "Step"), NULL, 10, LOOK_TEXT},
        {words_say("Pokok", "Subject"), NULL, 30, LOOK_WRAP},
        {words_say("Di mana, atau instansi", "Where, or agency"), NULL, 27, LOOK_WRAP},
        {words_say("Banyaknya", "How many"), NULL, 11, LOOK_COUNT},
        {words_say("Uraian", "What"), NULL, 46, LOOK_WRAP},
        {words_say("Penanggung jawab", "Who"), NULL, 18, LOOK_WRAP},
        {words_say("Tenggat", "When"), NULL, 12, LOOK_CENTER},
        {"Status", NULL, 11, LOOK_CENTER},
        {words_say("Catatan", "Note"), NULL, 18, LOOK_WRAP}};
    const struct data *d = b->data;
    struct sheet s =
        book_sheet(b, words_say("Tindak Lanjut", "Next Steps"),
                   SAY(b, words_say("Tindak lanjut, %s %s", "Next steps, %s %s"),
                       data_text(d, SET_CARD, 0, "region_name"), d->year),
                   words_say("Banyaknya: yang belum terlayani di desa itu, sasaran daerah tempat belajar, "
                             "formulir yang belum datang, atau baris yang ditolak.",
                             "How many: unserved in that village, target group of the peer, forms that did "
                             "not come, or rows rejected."),
                   COLOUR_SAND);
    int rows = data_rows(d, SET_CARD_STEPS);
    if (rows == 0) {
        put_text(
            &s, HEAD_ROW, 0,
            words_say("Tidak ada yang perlu ditindaklanjuti menurut data.", "Nothing follows from the data."),
            LOOK_SUBTITLE);
        return;
    }
    sheet_height(&s, HEAD_ROW, 34);
    put_frame(&s, "tblTindakLanjut", HEAD_ROW, rows, columns, COLUMNS, true);
    for (int i = 0; i < rows; i++)
        put_step(&s, HEAD_ROW + 1 + i, i, columns);
    put_validations(&s, rows);
    sheet_heads(&s, HEAD_ROW, HEAD_ROW, 2);
}
