/// What readers of one kind see of everything that could be seen, by choices.
struct Rendering {
    let choices: PublicChoices
    let audience: PublicStage
    let removed: Set<PublicKey>
    let now: String

    func items(_ all: [PublicItem]) -> [PublicItem] {
        let places = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var known: [PublicKey: Bool] = [:]
        let shown = all.filter { isShown($0, places, &known) }
        let commitments = Set(shown.lazy.filter { $0.kind == .commitment }.map { String($0.id) })
        return shown.map { item in
            var item = item
            let base = item.kind.field
            item.fields = item.fields.filter { name, _ in
                let field = item.kind.field(of: name)
                return field == base || choices.stage(field) >= audience
            }
            // What an indicator is linked with is shown where that itself is.
            if item.kind == .indicator {
                let linked = item.list("commitments").filter { commitments.contains($0) }
                item.fields["commitments"] = linked.isEmpty ? nil : linked.joined(separator: "\n")
            }
            return item
        }
    }

    /// An item is shown where it was let out as far, and everything it belongs to.
    private func isShown(
        _ item: PublicItem, _ places: [PublicKey: PublicItem], _ known: inout [PublicKey: Bool]
    ) -> Bool {
        if let known = known[item.key] { return known }
        var isShown = !removed.contains(item.key) && choices.stage(item.key, at: now) >= audience
        if isShown, item.kind == .evidence, item.parent == nil { isShown = false }
        if isShown, let parent = item.parent {
            isShown = places[parent].map { self.isShown($0, places, &known) } ?? false
        }
        known[item.key] = isShown
        return isShown
    }
}
