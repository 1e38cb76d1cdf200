/* plot.h - charts: bars (put_chart() of book.h), lines over years, intervals, points in a plane; told apart
 * in black and white by their shades, marks and dashes. */
#ifndef KP2S_REPORT_PLOT_H
#define KP2S_REPORT_PLOT_H

#include "book.h"

/* Lines, one a series; of struct chart all but upright, stacked and quiet count. */
void put_lines(struct sheet *s, const struct chart *chart);
/* Intervals: of each name nothing up to series[0], then series[1] and series[2], which meet at the figure. */
void put_intervals(struct sheet *s, const struct chart *chart);

struct points {
    const char *title, *description, *x_name, *y_name;
    int first, last, x, y;    /* rows and columns of the points */
    const char *const *label; /* what each point is called, from first on */
    double x_min, x_max, y_min, y_max;
    /* two lines that part the plane: four rows from cross on hold the ends of the upright and of the level
     * one, x and y in columns cross_x and cross_x + 1 */
    int cross, cross_x;
    int row, column, width, height;
};
void put_points(struct sheet *s, const struct points *points);

#endif
