import Testing

@testable import Frame

@Suite("Queries of addresses")
struct QueryTests {
    @Test("Encoding and decoding a query gives it back, whatever it holds")
    func roundTrip() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("abc &=+%?#/é中ع\"'<>~:,;\u{7}\n")
        for _ in 0..<2_000 {
            var query = Query()
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let value = String(
                    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                    })
                query.append("q", value)
            }
            #expect(Query(parsing: query.text.dropFirst()) == query)
        }
    }

    @Test(
        "Broken percent signs and bytes that are no UTF-8 do no harm",
        arguments: ["%", "%4", "%zz", "%ff%fe", "a%00b", "&&=&"])
    func hostile(text: String) {
        let query = Query(parsing: text)
        #expect(!query.items.contains { $0.value.utf8.contains(0) })
    }
}
