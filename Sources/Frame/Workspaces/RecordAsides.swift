/// A section that a room further up adds to a page about a thing of the public record: what others did about it, for instance.
package struct RecordAside: Sendable {
    package let write: @Sendable (View) -> Void

    package init(write: @escaping @Sendable (View) -> Void) { self.write = write }
}

/// What everybody may know of a thing of the record beyond the record itself: given by rooms further up to pages that know nothing of
/// them. Empty where there is nothing to say.
package typealias RecordAsides = @Sendable (RecordThing) async throws(WebError) -> [RecordAside]

extension Exchange {
    /// What is added to the page of this thing.
    package func recordAsides(of thing: RecordThing) async throws(WebError) -> [RecordAside] {
        var all: [RecordAside] = []
        for asides in site.recordAsides { all += try await asides(thing) }
        return all
    }
}

/// What waits for whoever keeps the record and is said at her desk: given by rooms further up. Empty where nothing does.
package typealias DeskAsides = @Sendable (Signed) async throws(WebError) -> [RecordAside]

extension Signed {
    /// What is added to the desk.
    package func deskAsides() async throws(WebError) -> [RecordAside] {
        var all: [RecordAside] = []
        for asides in exchange.site.deskAsides { all += try await asides(self) }
        return all
    }
}
