package dev.millwright.plant;

/**
 * The ISA-95 path of a piece of equipment, as {@code site/area/line/cell/machine}: any prefix names the equipment
 * above it, so that states, rights and KPIs roll up along the path.
 *
 * @param path one to five names of letters, digits, {@code -} and {@code _}, joined by {@code /}
 */
public record EquipmentId(String path) implements Comparable<EquipmentId> {

    private static final int DEEPEST = 5;

    public EquipmentId {
        if (!path.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*") || path.split("/", -1).length > DEEPEST) {
            throw new IllegalArgumentException(
                    "'%s' is no equipment path.\nWrite one to five names of letters, digits, - and _,".formatted(path)
                            + " joined by '/', such as springfield/smt/line-1/print/printer-1.");
        }
    }

    public static EquipmentId of(String path) {
        return new EquipmentId(path);
    }

    /** The last name of the path, such as {@code printer-1}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** True for the same equipment and for everything below it. */
    public boolean contains(EquipmentId other) {
        return other.path.equals(path) || other.path.startsWith(path + "/");
    }

    /** The equipment directly above, or this one when it is a site. */
    public EquipmentId parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? this : new EquipmentId(path.substring(0, slash));
    }

    @Override
    public int compareTo(EquipmentId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
