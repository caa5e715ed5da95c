/// Compares texts two by two, exactly. For one thread; remembers the words it met.
///
/// The similarity is 0...1, symmetric, and depends on the two texts alone.
/// At `NearDuplicates.threshold` and above two texts are the same recommendation, reworded at most.
package final class TextComparer {
    /// A text made ready to be compared.
    package struct Prepared: Sendable {
        var gist: Gist

        /// The instruments it names, as `Reference` writes their acronyms.
        package var instruments: [String] {
            Instruments.codes.indices.filter { gist.flags.instruments >> UInt64($0) & 1 == 1 }.map {
                Instruments.codes[$0]
            }
        }
        /// Whether it asks to become party to an instrument.
        package var asksToJoin: Bool { gist.flags.joins }
        /// Whether it asks no more than to think about it.
        package var isHedged: Bool { gist.flags.isHedged }
    }

    let reader = GistReader()

    package init() {}

    package func prepare(_ text: InsightText) -> Prepared { Prepared(gist: reader.read(text)) }

    package func similarity(_ a: Prepared, _ b: Prepared) -> Double {
        let weights = reader.vocabulary.weights
        return a.gist.set.withUnsafeBufferPointer { aSet in
            b.gist.set.withUnsafeBufferPointer { bSet in
                weights.withUnsafeBufferPointer {
                    Double(GistComparison.similarity(aSet, a.gist.flags, bSet, b.gist.flags, $0))
                }
            }
        }
    }

    package func similarity(_ a: InsightText, _ b: InsightText) -> Double { similarity(prepare(a), prepare(b)) }
}
