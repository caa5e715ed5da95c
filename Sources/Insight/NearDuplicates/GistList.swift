/// The different gists of many texts, flat in memory.
struct GistList {
    /// For each text the class of texts with its gist; -1 for one without a word.
    private(set) var classes: [Int32] = []
    /// For each class: how many texts, what kind of demand, a hash that depends on the gist alone.
    private(set) var sizes: [Int32] = []
    private(set) var flags: [Gist.Flags] = []
    private(set) var digests: [UInt64] = []
    /// For each class one key a band.
    private(set) var keys: [UInt32] = []
    private(set) var weights: [Int32]
    private var terms: [UInt32] = []
    private var starts: [Int] = [0]

    init(_ texts: [InsightText]) {
        let reader = GistReader()
        var minHash = MinHash()
        var byDigest: [UInt64: Int32] = [:]
        weights = []
        classes.reserveCapacity(texts.count)
        var gist = Gist()
        for text in texts {
            reader.read(text, into: &gist)
            classes.append(add(gist, reader.vocabulary, &minHash, &byDigest))
        }
        weights = reader.vocabulary.weights
    }

    var count: Int { sizes.count }

    func terms(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

    /// How alike two classes are.
    func similarity(_ a: Int, _ b: Int) -> Float {
        terms.withUnsafeBufferPointer { terms in
            weights.withUnsafeBufferPointer { weights in
                GistComparison.similarity(
                    UnsafeBufferPointer(rebasing: terms[self.terms(a)]), flags[a],
                    UnsafeBufferPointer(rebasing: terms[self.terms(b)]), flags[b], weights)
            }
        }
    }

    private mutating func add(
        _ gist: Gist, _ vocabulary: Vocabulary, _ minHash: inout MinHash, _ byDigest: inout [UInt64: Int32]
    ) -> Int32 {
        guard !gist.set.isEmpty else { return -1 }
        var digest = Self.digest(gist, vocabulary)
        // Equal digests are compared; the next free one is taken where they are not the same.
        while let known = byDigest[digest] {
            if flags[Int(known)] == gist.flags, terms[terms(Int(known))].elementsEqual(gist.set) {
                sizes[Int(known)] += 1
                return known
            }
            digest = Vocabulary.mix(digest)
        }
        let number = Int32(sizes.count)
        byDigest[digest] = number
        sizes.append(1)
        flags.append(gist.flags)
        digests.append(digest)
        terms.append(contentsOf: gist.set)
        starts.append(terms.count)
        minHash.append(gist, vocabulary, to: &keys)
        return number
    }

    /// Whatever numbers the terms have.
    private static func digest(_ gist: Gist, _ vocabulary: Vocabulary) -> UInt64 {
        var sum: UInt64 = 0
        for term in gist.set { sum &+= vocabulary.hashes[Int(term)] }
        var flags = gist.flags.instruments ^ gist.flags.numbers
        if gist.flags.isHedged { flags ^= 1 << 60 }
        if gist.flags.isNegated { flags ^= 1 << 61 }
        if gist.flags.namesReservations { flags ^= 1 << 62 }
        return Vocabulary.mix(sum ^ Vocabulary.mix(flags))
    }
}
