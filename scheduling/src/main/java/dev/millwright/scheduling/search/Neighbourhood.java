package dev.millwright.scheduling.search;

/** The moves that can make the graph's schedule better, with what each promises. */
interface Neighbourhood {
    /**
     * Offers every move from the graph as it stands; a tabu one counts as free when it promises less than {@code best}.
     */
    void offer(int now, long best);
}
