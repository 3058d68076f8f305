internal import Outlining
internal import Splitting

/// Which points follow each other as items of one list.
struct ListItems {
    private var isNumbered: Bool?
    private var count = 0

    /// The marker of the item that `separator` was last asked about.
    var marker: String { isNumbered == true ? "\(count)." : "-" }

    /// The lines between the point before and `point`: none between items of one list, else a blank one.
    mutating func separator(before point: Point) -> [String] {
        guard case .listItem(let isNumbered) = point.kind else {
            let followsItem = self.isNumbered != nil
            (self.isNumbered, count) = (nil, 0)
            // Indented lines would belong to the item before them; a comment stands between the two.
            let isIndented = point.text.first == " " || point.text.first == "\t"
            return followsItem && isIndented ? ["", "<!-- -->", ""] : [""]
        }
        if self.isNumbered == isNumbered {
            count += 1
            return []
        }
        (self.isNumbered, count) = (isNumbered, 1)
        return [""]
    }
}
