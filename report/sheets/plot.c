#include "plot.h"

static const uint8_t marks[] = {LXW_CHART_MARKER_CIRCLE,  LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
                                LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_X,      LXW_CHART_MARKER_PLUS};
static const uint8_t dashes[] = {LXW_CHART_LINE_DASH_SOLID,         LXW_CHART_LINE_DASH_DASH,
                                 LXW_CHART_LINE_DASH_DASH_DOT,      LXW_CHART_LINE_DASH_LONG_DASH,
                                 LXW_CHART_LINE_DASH_LONG_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT};

static lxw_chart_font font(double size, int colour, bool bold)
{
    return (lxw_chart_font){
        .size = size, .color = (lxw_color_t)colour, .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE};
}

static lxw_chart *begin(struct sheet *s, uint8_t type, const char *title)
{
    lxw_chart *chart = workbook_add_chart(s->book->workbook, type);
    lxw_chart_font bold = font(11, COLOUR_NAVY, true);
    lxw_chart_line no_line = {.none = LXW_TRUE};
    if (!chart)
        BUG("a chart that cannot be made");
    chart_title_set_name(chart, title);
    chart_title_set_name_font(chart, &bold);
    chart_chartarea_set_line(chart, &no_line);
    return chart;
}

static void end(struct sheet *s, lxw_chart *chart, const char *description, int row, int column, int width,
                int height)
{
    lxw_chart_options options = {.x_scale = width / 480.0,
                                 .y_scale = height / 288.0,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = (char *)(uintptr_t)description};
    sheet_check(s,
                worksheet_insert_chart_opt(s->worksheet, (lxw_row_t)row, (lxw_col_t)column, chart, &options));
}

static void dress_values(lxw_chart_axis *axis)
{
    lxw_chart_font quiet = font(8, COLOUR_GREY, false);
    lxw_chart_line no_line = {.none = LXW_TRUE}, grid = {.color = COLOUR_LINE, .width = 0.5};
    chart_axis_set_num_font(axis, &quiet);
    chart_axis_set_num_format(axis, "0");
    chart_axis_set_line(axis, &no_line);
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &grid);
}

static void mark(lxw_chart_series *series, uint8_t type, uint8_t size, int colour)
{
    lxw_chart_fill fill = {.color = (lxw_color_t)colour};
    lxw_chart_line edge = {.color = (lxw_color_t)colour};
    chart_series_set_marker_type(series, type);
    if (type == LXW_CHART_MARKER_NONE)
        return;
    chart_series_set_marker_size(series, size);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &edge);
}

static lxw_chart_series *add_named(lxw_chart *chart, const struct sheet *s, const struct chart *c, int i)
{
    lxw_chart_series *made = chart_add_series(chart, NULL, NULL);
    const char *sheet = c->sheet ? c->sheet : s->name;
    chart_series_set_categories(made, sheet, (lxw_row_t)c->first, (lxw_col_t)c->names, (lxw_row_t)c->last,
                                (lxw_col_t)c->names);
    chart_series_set_values(made, sheet, (lxw_row_t)c->first, (lxw_col_t)c->series[i].column,
                            (lxw_row_t)c->last, (lxw_col_t)c->series[i].column);
    chart_series_set_name(made, c->series[i].name);
    return made;
}

/* --- bars --- */

/* Many bars: smaller names, every one of them, and no figures at the bars. */
static bool crowded(const struct chart *c)
{
    return c->last - c->first >= 20;
}

static void add_bars(lxw_chart *chart, const struct chart *c, const struct series *series, const char *sheet)
{
    lxw_chart_series *made = chart_add_series(chart, NULL, NULL);
    lxw_chart_fill fill = {.color = (lxw_color_t)series->colour};
    lxw_chart_font labels = font(8, COLOUR_GREY, false);
    chart_series_set_categories(made, sheet, (lxw_row_t)c->first, (lxw_col_t)c->names, (lxw_row_t)c->last,
                                (lxw_col_t)c->names);
    chart_series_set_values(made, sheet, (lxw_row_t)c->first, (lxw_col_t)series->column, (lxw_row_t)c->last,
                            (lxw_col_t)series->column);
    chart_series_set_name(made, series->name);
    chart_series_set_fill(made, &fill);
    if (c->quiet || crowded(c))
        return;
    chart_series_set_labels(made);
    chart_series_set_labels_num_format(made, "0.0");
    chart_series_set_labels_font(made, &labels);
}

static void dress_bars(lxw_chart *chart, const struct chart *c)
{
    lxw_chart_font title = font(11, COLOUR_NAVY, true), axis = font(crowded(c) ? 6 : 9, COLOUR_INK, false),
                   quiet = font(8, COLOUR_GREY, false);
    lxw_chart_line no_line = {.none = LXW_TRUE}, grid = {.color = COLOUR_LINE, .width = 0.5};
    chart_title_set_name(chart, c->title);
    chart_title_set_name_font(chart, &title);
    /* of a bar chart, the library calls the axis of values x */
    lxw_chart_axis *names = c->upright ? chart->x_axis : chart->y_axis;
    lxw_chart_axis *values = c->upright ? chart->y_axis : chart->x_axis;
    chart_axis_set_num_font(names, &axis);
    chart_axis_set_interval_unit(names, 1);
    chart_axis_set_num_font(values, &quiet);
    chart_axis_set_num_format(values, "0");
    chart_axis_set_line(values, &no_line);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_set_min(values, 0);
    if (c->max > 0)
        chart_axis_set_max(values, c->max);
    if (!c->upright)
        chart_axis_set_reverse(names);
    chart_chartarea_set_line(chart, &no_line);
    chart_set_series_gap(chart, c->n > 1 && !c->stacked ? 60 : 45);
    if (c->n > 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
}

void put_chart(struct sheet *s, const struct chart *c)
{
    static const uint8_t types[2][2] = {{LXW_CHART_BAR, LXW_CHART_BAR_STACKED},
                                        {LXW_CHART_COLUMN, LXW_CHART_COLUMN_STACKED}};
    lxw_chart *chart = workbook_add_chart(s->book->workbook, types[c->upright][c->stacked]);
    if (!chart)
        BUG("a chart that cannot be made");
    for (int i = 0; i < c->n; i++)
        add_bars(chart, c, &c->series[i], c->sheet ? c->sheet : s->name);
    dress_bars(chart, c);
    /* 480 × 288 is the library's size of a chart before scaling */
    lxw_chart_options options = {.x_scale = c->width / 480.0,
                                 .y_scale = (c->height + (crowded(c) && c->upright ? 130 : 0)) / 288.0,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = (char *)(uintptr_t)c->description};
    sheet_check(s, worksheet_insert_chart_opt(s->worksheet, (lxw_row_t)c->row, (lxw_col_t)c->column, chart,
                                              &options));
}

/* --- lines, intervals, points --- */

void put_lines(struct sheet *s, const struct chart *c)
{
    lxw_chart *chart = begin(s, LXW_CHART_LINE, c->title);
    lxw_chart_font labels = font(8, COLOUR_INK, false), names = font(9, COLOUR_INK, false);
    for (int i = 0; i < c->n; i++) {
        lxw_chart_series *made = add_named(chart, s, c, i);
        lxw_chart_line line = {
            .color = (lxw_color_t)c->series[i].colour, .width = 2, .dash_type = dashes[i % 6]};
        chart_series_set_line(made, &line);
        mark(made, marks[i % 6], 7, c->series[i].colour);
        chart_series_set_labels(made);
        chart_series_set_labels_position(made, i == 0 ? LXW_CHART_LABEL_POSITION_BELOW
                                                      : LXW_CHART_LABEL_POSITION_ABOVE);
        chart_series_set_labels_num_format(made, "0.0");
        chart_series_set_labels_font(made, &labels);
    }
    dress_values(chart->y_axis);
    chart_axis_set_num_font(chart->x_axis, &names);
    chart_axis_set_min(chart->y_axis, 0);
    if (c->max > 0)
        chart_axis_set_max(chart->y_axis, c->max);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
    end(s, chart, c->description, c->row, c->column, c->width, c->height);
}

/* Stacked: nothing up to the lower bound, then two shades that meet at the figure, up to the upper bound. */
void put_intervals(struct sheet *s, const struct chart *c)
{
    lxw_chart *chart = begin(s, LXW_CHART_COLUMN_STACKED, c->title);
    lxw_chart_font names = font(crowded(c) ? 6 : 9, COLOUR_INK, false);
    int16_t unseen[] = {0, -1};
    for (int i = 0; i < 3; i++) {
        lxw_chart_series *made = add_named(chart, s, c, i);
        lxw_chart_fill fill = {.color = (lxw_color_t)c->series[i].colour, .none = i == 0};
        lxw_chart_line line = {.color = COLOUR_NAVY, .width = 0.75, .none = i == 0};
        chart_series_set_fill(made, &fill);
        chart_series_set_line(made, &line);
    }
    dress_values(chart->y_axis);
    chart_axis_set_num_font(chart->x_axis, &names);
    chart_axis_set_interval_unit(chart->x_axis, 1);
    chart_axis_set_min(chart->y_axis, 0);
    chart_set_series_gap(chart, 150);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
    chart_legend_delete_series(chart, unseen);
    end(s, chart, c->description, c->row, c->column, c->width, c->height + (crowded(c) ? 60 : 0));
}

/* The two lines that part the plane. */
static void add_cross(struct sheet *s, lxw_chart *chart, const struct points *p)
{
    for (int i = 0; i < 2; i++) {
        lxw_row_t from = (lxw_row_t)(p->cross + 2 * i);
        lxw_chart_series *made = chart_add_series(chart, NULL, NULL);
        lxw_chart_line line = {.color = COLOUR_GREY, .width = 1, .dash_type = LXW_CHART_LINE_DASH_DASH};
        chart_series_set_categories(made, s->name, from, (lxw_col_t)p->cross_x, from + 1,
                                    (lxw_col_t)p->cross_x);
        chart_series_set_values(made, s->name, from, (lxw_col_t)(p->cross_x + 1), from + 1,
                                (lxw_col_t)(p->cross_x + 1));
        chart_series_set_line(made, &line);
        mark(made, LXW_CHART_MARKER_NONE, 0, 0);
    }
}

enum { POINTS_MAX = 64 };

static void name_points(lxw_chart_series *series, const struct points *p)
{
    static lxw_chart_data_label label[POINTS_MAX];
    lxw_chart_data_label *list[POINTS_MAX + 1] = {0};
    lxw_chart_font small = font(8, COLOUR_INK, false);
    for (int i = 0; i <= p->last - p->first && i < POINTS_MAX; i++) {
        label[i] = (lxw_chart_data_label){.value = (char *)(uintptr_t)p->label[i]};
        list[i] = &label[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_RIGHT);
    chart_series_set_labels_font(series, &small);
    chart_series_set_labels_custom(series, list);
}

static void dress_axis(lxw_chart_axis *axis, const char *name, double min, double max)
{
    lxw_chart_font bold = font(9, COLOUR_INK, true);
    dress_values(axis);
    chart_axis_set_name(axis, name);
    chart_axis_set_name_font(axis, &bold);
    chart_axis_set_min(axis, min);
    chart_axis_set_max(axis, max);
}

void put_points(struct sheet *s, const struct points *p)
{
    lxw_chart *chart = begin(s, LXW_CHART_SCATTER, p->title);
    lxw_chart_series *made = chart_add_series(chart, NULL, NULL);
    chart_series_set_categories(made, s->name, (lxw_row_t)p->first, (lxw_col_t)p->x, (lxw_row_t)p->last,
                                (lxw_col_t)p->x);
    chart_series_set_values(made, s->name, (lxw_row_t)p->first, (lxw_col_t)p->y, (lxw_row_t)p->last,
                            (lxw_col_t)p->y);
    mark(made, LXW_CHART_MARKER_CIRCLE, 7, COLOUR_TEAL);
    name_points(made, p);
    add_cross(s, chart, p);
    dress_axis(chart->x_axis, p->x_name, p->x_min, p->x_max);
    dress_axis(chart->y_axis, p->y_name, p->y_min, p->y_max);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    end(s, chart, p->description, p->row, p->column, p->width, p->height);
}
