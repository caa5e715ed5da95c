import Testing

@testable import Programs

struct MemoryFolderTests {
    @Test("Places that memory is written to are told, but for those known to be encrypted")
    func swap() {
        let table = """
            Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority
            /dev/dm-1                               partition\t8388604\t0\t-2
            /swapfile                               file\t\t2097148\t0\t-3
            """
        #expect(MemoryFolder.swapPlaces(table) { $0 == "/dev/dm-1" } == ["/swapfile"])
        #expect(MemoryFolder.swapPlaces("Filename\tType", isEncrypted: { _ in false }).isEmpty)
    }

    @Test("A folder is in memory where its file system is one of memory")
    func mounts() {
        let table = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 22 0:26 / /dev/shm rw,nosuid shared:4 - tmpfs tmpfs rw
            """
        #expect(MemoryFolder.isInMemory(device: 26, table))
        #expect(!MemoryFolder.isInMemory(device: 8 << 8 | 1, table))
        #expect(MemoryFolder.faults("/nowhere/at/all").contains(.unusable("/nowhere/at/all")))
    }

    @Test("No dump of this process is written from then on")
    func dumps() { #expect(CoreDumps.forbid()) }
}
