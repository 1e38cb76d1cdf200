/* Sheet Kuadran: services received beside stunting, so that one sees where services are to be caught up first
 */
#include "plot.h"
#include "sheets.h"

#include <math.h>

enum { HEAD = 3, FIRST, RECEIVED = 2, STUNTED, DS, QUADRANT, CROSS = 7, NAMES_MAX = 64 };

static const char *quadrant_words(int quadrant)
{
    switch (quadrant) {
    case 1:
        return words_say("1 stunting tinggi, layanan rendah: dahulukan layanan",
                         "1 much stunting, few services: services first");
    case 2:
        return words_say("2 stunting tinggi walau layanan tinggi: periksa mutu layanan dan data",
                         "2 much stunting in spite of services: look at their quality and at the data");
    case 3:
        return words_say("3 stunting rendah walau layanan rendah: periksa D/S dan pengukuran",
                         "3 little stunting in spite of few services: look at D/S and measuring");
    case 4:
        return words_say("4 stunting rendah, layanan tinggi: tempat belajar",
                         "4 little stunting, many services: learn from them");
    default:
        return words_say("tidak dapat digambar: data tidak lengkap", "not drawn: data missing");
    }
}

/* Points stand in the first rows, what is not drawn behind them. */
static int drawn(const struct data *d)
{
    int n = 0;
    while (n < data_rows(d, SET_QUADRANT) && n < NAMES_MAX && !data_null(d, SET_QUADRANT, n, "quadrant"))
        n++;
    return n;
}

/* The axis reaches to the tens around the figures. */
static void span(const struct data *d, const char *field, int n, double *min, double *max)
{
    *min = 100;
    *max = 0;
    for (int i = 0; i < n; i++) {
        *min = fmin(*min, data_number(d, SET_QUADRANT, i, field));
        *max = fmax(*max, data_number(d, SET_QUADRANT, i, field));
    }
    *min = 10 * floor(*min / 10);
    *max = fmin(100, 10 * floor(*max / 10) + 10);
}

static void put_plane(struct sheet *s, int row, int n)
{
    static const char *label[NAMES_MAX];
    const struct data *d = s->book->data;
    struct points p = {.title = words_say("Layanan diterima dan stunting, garis putus: median kabupaten/kota",
                                          "Services received and stunting, dashed: medians of the regencies"),
                       .description = words_say(
                           "Diagram titik setiap kabupaten/kota: ke kanan makin banyak layanan diterima, "
                           "ke atas makin banyak stunting; garis putus adalah median",
                           "A point for each regency: more services to the right, more stunting upwards; "
                           "dashed lines are the medians"),
                       .x_name = words_say("Layanan diterima (%)", "Services received (%)"),
                       .y_name = words_say("Balita stunting (%)", "Stunted under-fives (%)"),
                       .first = FIRST,
                       .last = FIRST + n - 1,
                       .x = RECEIVED,
                       .y = STUNTED,
                       .label = label,
                       .cross = FIRST,
                       .cross_x = CROSS,
                       .row = row,
                       .width = 1010,
                       .height = n > 20 ? 620 : 400};
    span(d, "received", n, &p.x_min, &p.x_max);
    span(d, "stunted", n, &p.y_min, &p.y_max);
    for (int i = 0; i < n; i++)
        label[i] = words_short(data_text(d, SET_QUADRANT, i, "region_name"));
    double x = data_number(d, SET_QUADRANT, 0, "middle_received"),
           y = data_number(d, SET_QUADRANT, 0, "middle_stunted");
    const double ends[4][2] = {{x, p.y_min}, {x, p.y_max}, {p.x_min, y}, {p.x_max, y}};
    put_text(s, HEAD, CROSS, words_say("Dasar garis", "Behind the lines"), LOOK_HEAD_SMALL);
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 2; k++)
            put_number(s, FIRST + i, CROSS + k, ends[i][k], LOOK_CELL);
    put_points(s, &p);
}

void sheet_quadrant(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 32, LOOK_STRONG},
        {words_say("Layanan diterima (%)", "Services received (%)"), "received", 13, LOOK_PERCENT},
        {words_say("Balita stunting (%)", "Stunted under-fives (%)"), "stunted", 13, LOOK_PERCENT},
        {"D/S (%)", "ds_percent", 10, LOOK_PERCENT},
        {words_say("Kuadran", "Quadrant"), NULL, 66, LOOK_WRAP}};
    const struct data *d = b->data;
    struct sheet s = book_sheet(
        b, words_say("Kuadran", "Quadrants"),
        words_say("Di mana stunting tinggi dan layanan kurang",
                  "Where stunting is high and services are few"),
        words_say(
            "Kiri atas didahulukan: stunting di atas median, layanan di bawahnya. Bila D/S rendah, angka "
            "stuntingnya hanya dari anak yang datang.",
            "Upper left comes first: stunting above the median, services below it. Where D/S is low, "
            "stunting is known only of the children who came."),
        COLOUR_TEAL);
    int n = drawn(d), rows = data_rows(d, SET_QUADRANT);
    sheet_roomy(&s, rows > 20);
    int end = put_table(&s, "tblKuadran", HEAD, SET_QUADRANT, columns, COLUMNS(columns));
    for (int i = 0; i < rows; i++) {
        int quadrant = (int)data_number(d, SET_QUADRANT, i, "quadrant");
        put_text(&s, FIRST + i, QUADRANT, quadrant_words(quadrant),
                 quadrant == 1 ? LOOK_WRAP_STRONG : LOOK_WRAP);
    }
    sheet_heads(&s, HEAD, HEAD, 2);
    if (n < 2)
        return;
    put_plane(&s, end + 1, n);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)end + (n > 20 ? 27 : 18), QUADRANT));
}
