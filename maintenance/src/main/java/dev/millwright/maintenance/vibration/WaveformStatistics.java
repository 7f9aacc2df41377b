package dev.millwright.maintenance.vibration;

/**
 * What a waveform is like over its whole length (ISO 13373-2 names all of these).
 *
 * @param mean in the waveform's unit, as {@code rms}, {@code peak} and {@code peakToPeak}
 * @param rms the root of the mean square, the mean included
 * @param peak the largest sample, whatever its sign
 * @param peakToPeak from the lowest to the highest sample
 * @param skewness third standardised moment; 0 where the waveform is symmetric
 * @param kurtosis fourth standardised moment; 3 where the samples are normal, more where there are shocks
 * @param crestFactor peak over rms
 */
public record WaveformStatistics(
        double mean, double rms, double peak, double peakToPeak, double skewness, double kurtosis, double crestFactor) {

    /** Of a waveform; one that never moves has skewness, kurtosis and, at zero, crest factor 0. */
    public static WaveformStatistics of(Waveform waveform) {
        double n = waveform.length();
        double mean = waveform.mean();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double sample : waveform.samples()) {
            double off = sample - mean;
            second += off * off / n;
            third += off * off * off / n;
            fourth += off * off * off * off / n;
            low = Math.min(low, sample);
            high = Math.max(high, sample);
        }
        double rms = Math.sqrt(second + mean * mean);
        double peak = Math.max(Math.abs(low), Math.abs(high));
        boolean still = high == low;
        return new WaveformStatistics(
                mean,
                rms,
                peak,
                high - low,
                still ? 0 : third / Math.pow(second, 1.5),
                still ? 0 : fourth / (second * second),
                rms == 0 ? 0 : peak / rms);
    }
}
