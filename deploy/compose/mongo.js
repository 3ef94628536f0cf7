const hosts = process.env.MONGO_MEMBERS.split(",").map((name) => name + ":27017");
const root = "mongodb://root:" + process.env.ROOT_PASSWORD + "@";
const IN_A_MOMENT = ["ConfigurationInProgress", "CurrentConfigNotCommittedYet", "NewReplicaSetConfigurationIncompatible"];

function begin() {
    const first = new Mongo(root + hosts[0] + "/?directConnection=true").getDB("admin");
    try {
        first.adminCommand({ replSetInitiate: { _id: "parley", members: [{ _id: 0, host: hosts[0] }] } });
    } catch (failure) {
        if (failure.codeName !== "AlreadyInitialized") throw failure;
    }
    while (!first.hello().setName || !first.hello().primary) sleep(500);
}

function isMember(admin, host) {
    const member = admin.adminCommand({ replSetGetStatus: 1 }).members.find(({ name }) => name === host);
    return member !== undefined && ["PRIMARY", "SECONDARY"].includes(member.stateStr);
}

// one at a time, each with all that there is before the next: MongoDB takes no more than one in a change
function join(admin, host) {
    const { config } = admin.adminCommand({ replSetGetConfig: 1 });
    if (!config.members.some((member) => member.host === host)) {
        const _id = Math.max(...config.members.map((member) => member._id)) + 1;
        const members = [...config.members, { _id, host }];
        try {
            admin.adminCommand({ replSetReconfig: { ...config, version: config.version + 1, members } });
        } catch (failure) {
            if (!IN_A_MOMENT.includes(failure.codeName)) throw failure;
        }
    }
}

begin();
const admin = new Mongo(root + hosts.join() + "/?replicaSet=parley").getDB("admin");
for (const host of hosts) {
    while (!isMember(admin, host)) {
        join(admin, host);
        sleep(500);
    }
}
const parley = admin.getSiblingDB("parley");
if (!parley.getUser("parley")) {
    parley.createUser({ user: "parley", pwd: process.env.PARLEY_PASSWORD, roles: [{ role: "readWrite", db: "parley" }] });
}
