package dev.millwright.scheduling.formats;

/** A Gantt chart as SVG: readable on light and dark ground, words behind each bar for those who point at it. */
public final class GanttSvg {
    private GanttSvg() {}

    public static String draw(Chart chart) {
        var drawing = new GanttDrawing(chart);
        var canvas = new SvgCanvas();
        drawing.on(canvas);
        return canvas.picture(chart.title() + ": " + chart.figures(), drawing.width, drawing.height);
    }
}
