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
