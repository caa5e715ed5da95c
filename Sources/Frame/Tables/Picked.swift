/// Which rows of a list a form is about: those that were ticked, or all that the list's filters leave.
package enum Picked: Sendable, Hashable {
    /// Each once, in the order of the page.
    case rows([Int64])
    /// The filters come with the form, under the names they have in the list's address.
    case all

    package static let rowField = "row"
    package static let whichField = "which"
    package static let tickParameter = "tick"

    /// Nothing ticked is an empty list: say so to whoever sent it. Something that is no row's number is `invalid`.
    package init(_ form: Query) throws(WebError) {
        if form.first(Self.whichField) == "all" {
            self = .all
            return
        }
        var rows: [Int64] = []
        var seen: Set<Int64> = []
        for text in form.all(Self.rowField) {
            guard let id = Int64(text), id > 0 else {
                throw .invalid([.init(name: Self.rowField, allowed: "the number of a row of this list")])
            }
            if seen.insert(id).inserted { rows.append(id) }
        }
        self = .rows(rows)
    }

    /// The parameter of a list that can be shown with all of its page's rows ticked.
    package static let parameter = Parameter(
        name: tickParameter, form: .choice(["page"]), summary: "Shows the page with all of its rows ticked.")
}
