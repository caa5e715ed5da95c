import Secrets
import Testing

@Suite("Digests")
struct Digests {
    @Test("SHA-256 of a known text, whole and in pieces")
    func digest() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest.sha256Hex("abc") == known)
        var digest = Digest()
        digest.update("a")
        digest.update([UInt8(ascii: "b")])
        digest.update("c")
        #expect(digest.finishHex() == known)
    }
}
