import Plans
import Testing

@testable import FollowUp

@Suite("Mentions")
struct MentionTests {
    private let names = ["Ana", "Ana Novak", "Émile Roux", "李雷", "محمد"]

    @Test("The longest name behind the sign is meant, whatever its accents and capitals")
    func longest() {
        #expect(
            Mentions.names(in: "Please see, @ana novak and @Emile Roux.", among: names) == ["Ana Novak", "Émile Roux"])
        #expect(Mentions.names(in: "@Ana: done", among: names) == ["Ana"])
        #expect(Mentions.names(in: "@李雷 @محمد", among: names) == ["李雷", "محمد"])
    }

    @Test("Addresses of e-mail, parts of words and strangers are no mentions")
    func none() {
        #expect(Mentions.names(in: "write to x@Ana.example or @Anabel, @nobody, @", among: names) == [])
    }

    @Test("Each is named once, at most twenty in all")
    func limits() {
        #expect(Mentions.names(in: "@Ana @Ana @Ana", among: names) == ["Ana"])
        let many = (1...40).map { "person\($0)x" }
        #expect(Mentions.names(in: many.map { "@\($0)" }.joined(separator: " "), among: many).count == 20)
    }

    @Test("A mention is marked where it stands")
    func ranges() {
        let text = "For @Ana Novak, please"
        #expect(Mentions.ranges(in: text, among: names).map { String(text[$0]) } == ["@Ana Novak"])
    }
}
