/// Says whether terms stand at their distances in a text. `end` gives its room back.
struct PhraseMatcher {
    private struct Part {
        let term: Int
        let offset: Int
        /// The term's first posting.
        let first: Int
        var cursor = PositionList.Cursor()
    }

    private let language: LanguageIndex
    private let parts: UnsafeMutableBufferPointer<Part>
    private let streams: UnsafeMutableBufferPointer<PositionList.Stream>

    init(_ language: LanguageIndex, _ terms: [(term: Int, offset: Int)]) {
        self.language = language
        let rarestFirst = terms.sorted { language.postings.members($0.term) < language.postings.members($1.term) }
        parts = .allocate(capacity: terms.count)
        _ = parts.initialize(
            from: rarestFirst.map {
                Part(term: $0.term, offset: $0.offset, first: Int(language.postings.starts[$0.term]))
            })
        streams = .allocate(capacity: terms.count)
    }

    func end() {
        parts.deallocate()
        streams.deallocate()
    }

    /// `ordinal`'s text holds all the terms; ordinals come in order.
    mutating func matches(_ ordinal: Int) -> Bool {
        for number in parts.indices {
            guard let rank = language.postings.rank(ordinal, in: parts[number].term) else { return false }
            let stream = language.positions.stream(parts[number].first + rank, &parts[number].cursor)
            (streams.baseAddress.unsafelyUnwrapped + number).initialize(to: stream)
        }
        return join()
    }

    /// Moves all streams on until every one stands at the same start, or one ends.
    private func join() -> Bool {
        var start = streams[0].current - parts[0].offset
        var agreeing = 1
        var number = 0
        while agreeing < parts.count {
            number = number + 1 == parts.count ? 0 : number + 1
            let offset = parts[number].offset
            while streams[number].current - offset < start {
                guard streams[number].advance() else { return false }
            }
            let here = streams[number].current - offset
            agreeing = here == start ? agreeing + 1 : 1
            start = here
        }
        return true
    }
}
